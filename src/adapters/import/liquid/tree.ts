import {TagToken, Tokenizer, type TopLevelToken} from 'liquidjs'
import type {Notes, SourceSpan} from '../imported.ts'
import {type Dialect, type Expression, readExpression, readNames} from './expression.ts'

/** A part of a Liquid text. Offsets are those of the text. */
export type LiquidPart =
  | (SourceSpan & {
      readonly kind: 'text'
      readonly text: string /** Without the blanks that `{%-` takes away. */
      readonly trimmed: string
    })
  | (SourceSpan & {readonly kind: 'raw'; readonly text: string})
  | (SourceSpan & {readonly kind: 'variable'; readonly name: string})
  | (SourceSpan & {readonly kind: 'include'; readonly file: string})
  | (SourceSpan & {readonly kind: 'comment'; readonly text: string})
  | Choice

/** An `if`, `unless` or `case` with its branches, of which the first that holds is shown. */
export interface Choice extends SourceSpan {
  readonly kind: 'choice'
  readonly branches: readonly LiquidBranch[]
  /** Its tags, in order: one before each branch, and the last. */
  readonly tags: readonly SourceSpan[]
}

export interface LiquidBranch {
  /** `undefined`: all remaining readers. */
  readonly when: Expression | undefined
  readonly parts: readonly LiquidPart[]
  /** What is between its tags. */
  readonly inside: SourceSpan
}

/** A choice whose end has not come yet. */
interface OpenTagBlock {
  readonly name: string
  /** Tags that end it. */
  readonly ends: readonly string[]
  readonly start: number
  /** Reads the condition of a further branch. */
  readonly ask: (text: string) => Expression | undefined
  readonly branches: {when: Expression | undefined; parts: LiquidPart[]; start: number; end: number}[]
  readonly tags: SourceSpan[]
}

/** Split a text into parts; tags that do not choose readers are reported. */
export function treeOf(text: string, dialect: Dialect, notes: Notes): readonly LiquidPart[] {
  const reader = new LiquidReader(text, dialect, notes)
  for (const token of tokensOf(text, notes)) reader.take(token)
  return reader.finish(text.length)
}

function tokensOf(text: string, notes: Notes): readonly TopLevelToken[] {
  try {
    return new Tokenizer(text).readTopLevelTokens()
  } catch (error) {
    if (!(error instanceof Error) || !('token' in error)) throw error
    // as its errors say: https://liquidjs.com/api
    const {begin, end} = error.token as SourceSpan & {begin: number}
    notes.error(`This cannot be read as Liquid: ${error.message.split(', line:')[0]}`, {start: begin, end})
    return []
  }
}

class LiquidReader {
  readonly #root: LiquidPart[] = []
  readonly #open: OpenTagBlock[] = []
  /** `raw` or `comment` and where it began, while one is open. */
  #verbatim: {name: string; start: number; inside: number} | undefined

  constructor(
    readonly text: string,
    readonly dialect: Dialect,
    readonly notes: Notes,
  ) {}

  get #parts(): LiquidPart[] {
    return this.#open.at(-1)?.branches.at(-1)?.parts ?? this.#root
  }

  take(token: TopLevelToken): void {
    const span = {start: token.begin, end: token.end}
    if (this.#verbatim !== undefined) this.#takeVerbatim(token, span, this.#verbatim)
    else if (token instanceof TagToken) this.#takeTag(token.name, token.args.trim(), span)
    else if ('content' in token) this.#takeOutput(token.content.trim(), span)
    else
      this.#parts.push({
        kind: 'text',
        text: this.text.slice(span.start, span.end),
        trimmed: token.getContent(),
        ...span,
      })
  }

  finish(end: number): readonly LiquidPart[] {
    for (const {name, start, tags} of this.#open)
      this.notes.error(`\`${name}\` has no end`, tags[0] ?? {start, end})
    if (this.#verbatim !== undefined)
      this.notes.error(`\`${this.#verbatim.name}\` has no end`, {
        start: this.#verbatim.start,
        end: this.#verbatim.inside,
      })
    return this.#root
  }

  #takeVerbatim(
    token: TopLevelToken,
    span: SourceSpan,
    {name, start, inside}: {name: string; start: number; inside: number},
  ) {
    if (!(token instanceof TagToken) || token.name !== `end${name}`) return
    const text = this.text.slice(inside, span.start)
    this.#parts.push({kind: name === 'raw' ? 'raw' : 'comment', text, start, end: span.end})
    this.#verbatim = undefined
  }

  #takeOutput(content: string, span: SourceSpan): void {
    if (/^[A-Za-z_][\w.-]*$/.test(content)) this.#parts.push({kind: 'variable', name: content, ...span})
    else
      this.notes.error(
        `\`{{ ${content} }}\` is more than a name`,
        span,
        'Variables of Parlance are values: put what it works out into `vars`, and its name here.',
      )
  }

  #takeTag(name: string, args: string, span: SourceSpan): void {
    const open = this.#open.at(-1)
    const begins = this.#asked(name)
    if (begins !== undefined) this.#begin(name, args, span, begins)
    else if (name === 'raw' || name === 'comment')
      this.#verbatim = {name, start: span.start, inside: span.end}
    else if (open?.ends.includes(name)) this.#end(open, span)
    else if (open !== undefined && ['elsif', 'elseif', 'else', 'when'].includes(name))
      this.#branch(open, name, args, span)
    else if (name === 'include' || name === 'render') this.#include(args, span)
    else
      this.notes.error(
        `The tag \`${name}\` cannot be carried over`,
        span,
        'Only questions of who reads, `raw`, `comment` and `include` can; write out by hand what it does.',
      )
  }

  /** How a tag that begins a choice asks. */
  #asked(name: string): ((text: string) => Expression | undefined) | undefined {
    if (this.dialect.tags.includes(name)) return text => readExpression(text, undefined)
    if (name === 'if') return text => readExpression(text, this.dialect.variable)
    if (name === 'unless')
      return text => {
        const of = readExpression(text, this.dialect.variable)
        return of && {kind: 'not', of}
      }
    return name === 'case' ? readNames : undefined
  }

  #begin(name: string, args: string, span: SourceSpan, ask: (text: string) => Expression | undefined): void {
    const ends = [`end${name}`, ...(this.dialect.tags.includes(name) ? ['endif'] : [])]
    const further = name === 'unless' ? (text: string) => readExpression(text, this.dialect.variable) : ask
    const open: OpenTagBlock = {name, ends, start: span.start, ask: further, branches: [], tags: [span]}
    this.#open.push(open)
    if (name !== 'case') this.#start(open, ask(args), args, span)
    else {
      if (args !== this.dialect.variable) this.#refuse(args, span)
      // What stands before the first `when` is never shown.
      open.branches.push({when: {kind: 'or', of: []}, parts: [], start: span.end, end: span.end})
    }
  }

  #branch(open: OpenTagBlock, name: string, args: string, span: SourceSpan): void {
    this.#close(open, span)
    open.tags.push(span)
    if (name === 'else') open.branches.push({when: undefined, parts: [], start: span.end, end: span.end})
    else this.#start(open, open.ask(args), args, span)
  }

  #start(open: OpenTagBlock, when: Expression | undefined, args: string, span: SourceSpan): void {
    if (when === undefined) this.#refuse(args, span)
    open.branches.push({when: when ?? {kind: 'or', of: []}, parts: [], start: span.end, end: span.end})
  }

  #refuse(args: string, span: SourceSpan): void {
    const {variable, tags} = this.dialect
    const asks = [`\`if ${variable} == "…"\``, ...tags.map(tag => `\`${tag} …\``)].join(', ')
    this.notes.error(
      `\`${args}\` does not ask who reads`,
      span,
      `Carried over are ${asks}, with \`or\` or with \`and\`, not with both. \`--variable\` and \`--tag\` say what asks here.`,
    )
  }

  #close(open: OpenTagBlock, {start}: SourceSpan): void {
    const branch = open.branches.at(-1)
    if (branch !== undefined) branch.end = start
  }

  #end(open: OpenTagBlock, span: SourceSpan): void {
    this.#close(open, span)
    this.#open.pop()
    const branches = open.branches.map(({when, parts, start, end}) => ({when, parts, inside: {start, end}}))
    this.#parts.push({kind: 'choice', branches, tags: [...open.tags, span], start: open.start, end: span.end})
  }

  #include(args: string, span: SourceSpan): void {
    const file = /^(?:"([^"]+)"|'([^']+)'|([\w./-]+))$/.exec(args)?.slice(1).find(Boolean)
    if (file === undefined)
      this.notes.error(
        `\`include ${args}\` hands values over`,
        span,
        'Included files of Parlance are read as they are: put the values into `vars`.',
      )
    else this.#parts.push({kind: 'include', file, ...span})
  }
}
