import type {InlineCode, Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import {
  type AnalyzedType,
  foldLookAlikes,
  type MarkdownType,
  matchAt,
  type NodeOf,
  plainText,
  pointAt,
  walk,
} from '../../core/language/index.ts'
import {type BlockText, blockTexts, condition, consumed} from './block-text.ts'
import {codeFinder, type FindInCode} from './find-in-code.ts'
import {type FindInHtml, htmlFinder} from './find-in-html.ts'
import {type FindResidue, type ResidueNames, residueFinder} from './find-residue.ts'

/** Residue in a file, and how it weighs. */
export interface FoundResidue {
  readonly rule:
    | 'markup-residue'
    | 'fence-malformed'
    | 'fence-escaped'
    | 'directive-misplaced'
    | 'directive-attribute-invalid'
    | 'table-cell-extra'
  readonly place: Position
  readonly actual?: string
  readonly detail: string
  /** It ends what an earlier mistake began. */
  readonly closes: boolean
}

/** What finds residue in the files of one project. */
export interface ResidueFinders {
  readonly text: FindResidue
  readonly html: FindInHtml
  readonly code: FindInCode
  /** Whether a directive of this name takes a condition. */
  readonly takesCondition: (name: string) => boolean
  /** Directives whose attributes are wordings of audiences. */
  readonly wordings: ReadonlySet<string>
  /** Directives whose label is a title: an audience’s id alone in it is a condition that its author meant. */
  readonly callouts: ReadonlySet<string>
  readonly audiences: ReadonlySet<string>
  /** Index of a directive in a text that takes none; -1 where there is none. */
  readonly findDirective: (text: string) => number
}

/** Names by the parts that they play for residue. */
export interface ResidueVocabulary extends ResidueNames {
  readonly wordings: ReadonlySet<string>
  readonly callouts: ReadonlySet<string>
  readonly findDirective: (text: string) => number
}

export function residueFinders(vocabulary: ResidueVocabulary): ResidueFinders {
  const {audiences, conditional, wordings, callouts, findDirective} = vocabulary
  const taking = new Set([...audiences, ...conditional])
  return {
    text: residueFinder(vocabulary),
    html: htmlFinder(vocabulary),
    code: codeFinder(vocabulary),
    takesCondition: name => taking.has(name),
    wordings,
    callouts,
    audiences: new Set(audiences),
    findDirective,
  }
}

/**
 * Look through every string of a parsed file for markup of conditions that the parser did not consume. It
 * works on the tree, so nothing that stands around a place hides it.
 *
 * @param source Text of the file.
 */
export function findInTree(root: Root, source: string, finders: ResidueFinders): readonly FoundResidue[] {
  const search = new ResidueSearch(source, finders)
  walk(root, node => search.visit(node))
  return search.found
}

/** Parsers give a place to every node; its type does not say so. */
interface ResiduePlace {
  readonly place: Position | undefined
}

const origin = {line: 1, column: 1, offset: 0}
const brokenAttributes = new RegExp(`(?<=${condition})\\{[^{}\\n]*\\}?`, 'g')

/** The next line of text, behind the marks of quotes, lists and headings, and the line after that. */
const below = /([\s>]*)((?:[-*+]|\d+[.)]|#+)[^\S\r\n]+|)([^\r\n]*)(?:\r\n|\r|\n)?([^\r\n]*)/y

class ResidueSearch {
  readonly found: FoundResidue[] = []
  readonly #source: string
  readonly #finders: ResidueFinders
  /** Something opened before: what closes it is the same mistake. */
  #isOpen = false

  constructor(source: string, finders: ResidueFinders) {
    this.#source = source
    this.#finders = finders
  }

  visit(node: Nodes): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.#blocks(node)
        break
      case 'leafDirective':
        this.#attributes(node)
        this.#blocks(node)
        break
      case 'html':
        this.#html(node)
        break
      case 'inlineCode':
        this.#codeSpan(node)
        break
      case 'code':
        this.#string(node, [node.lang, node.meta].join(' '))
        break
      case 'link':
      case 'definition':
      case 'image':
        this.#url(node, node.url)
        // else misplaced
        if (this.#finders.findDirective(node.title ?? '') < 0) this.#string(node, node.title)
        break
      case 'textDirective':
        this.#attributes(node)
        this.#label(node)
        this.#wordings(node)
        break
      case 'table':
        this.#rowBelow(node)
        break
      case 'containerDirective':
        this.#attributes(node)
        this.#callout(node)
        break
      default:
        node satisfies NodeOf<MarkdownType | AnalyzedType>
    }
    if ('alt' in node && node.alternative === undefined) this.#string(node, node.alt)
  }

  #blocks(node: Extract<Nodes, {type: 'paragraph' | 'heading' | 'tableCell' | 'leafDirective'}>): void {
    const {takesCondition} = this.#finders
    const texts = blockTexts(node.children, this.#source, takesCondition)
    this.#code(node, texts)
    for (const text of texts) this.#block(node, text)
  }

  /**
   * Code is literal, but a backtick too few or too many makes code of text: then it swallows a condition, or
   * a part of one.
   */
  #code(node: Nodes, texts: readonly BlockText[]): void {
    const isBacktickLeft = texts.some(({text}) => text.includes('`'))
    const isDoubtful = ({value}: InlineCode): boolean => {
      const held = this.#finders.code(value)
      return held === 'cut' || (held === 'quoted' && isBacktickLeft)
    }
    const place = inlineCodes(node).find(isDoubtful)?.position
    if (place === undefined) return
    const detail = isBacktickLeft
      ? 'A backtick is left over in this block, so this code may begin or end at the wrong one: put a backslash before a backtick that is text'
      : 'This code begins or ends in the middle of a condition: a backtick is missing, or is one too many'
    this.#report({rule: 'markup-residue', place, detail})
  }

  #block(node: Nodes, block: BlockText): void {
    // An id at the end of a heading is read later; attributes right behind a directive that do not close are
    // reported later.
    const own = block.text.replace(brokenAttributes, (found, index: number) =>
      block.touches(index) ? consumed.repeat(found.length) : found,
    )
    const text = node.type === 'heading' ? own.replace(/\{#[^\s{}]+\}$/, '') : own
    const residue = this.#finders.text(text)
    const isWrapped = 'children' in node && node.children.length === 1 && isEmphasis(node.children[0])
    if (residue !== undefined && !(isWrapped && isFence(text))) {
      const place = this.#range(block.offsetAt(residue.start), block.offsetAt(residue.end - 1) + 1)
      this.#report({rule: residue.rule, place, detail: residue.detail}, residue.closes)
      return
    }
    if (residue === undefined && block.text === block.unescaped) return
    const line = residue === undefined ? block.unescaped : text
    const fence = this.#escapedFence(line)
    if (fence === undefined) return
    const place = this.#range(block.offsetAt(fence.start), block.offsetAt(fence.end - 1) + 1)
    const detail = `\`${line.slice(fence.start, fence.end)}\` is text here, since it is escaped or emphasized; a formatter may have done that`
    this.found.push({rule: 'fence-escaped', place, detail, closes: false})
  }

  /** A fence or a bare marker that would be one without its escapes. */
  #escapedFence(text: string): {readonly start: number; readonly end: number} | undefined {
    const residue = this.#finders.text(text)
    if (residue !== undefined && isFence(text)) return residue
    const marker =
      /^[^\p{L}\p{N}\n:]*:([\p{L}\p{N}_-]+)\{[^{}\n]*\}|:([\p{L}\p{N}_-]+)\{[^{}\n]*\}[^\S\n]*$/u.exec(text)
    const name = marker?.[1] ?? marker?.[2]
    if (marker === null || name === undefined || !this.#finders.takesCondition(name)) return undefined
    return {start: marker.index, end: marker.index + marker[0].trimEnd().length}
  }

  #html(node: Extract<Nodes, {type: 'html'}>): void {
    const residue = this.#finders.html(node.value)
    if (residue === undefined) return
    this.#report({rule: 'markup-residue', place: node.position, detail: residue.detail}, residue.closes)
  }

  /** A code block that does not begin its line is a span, and what names its language is text. */
  #codeSpan(node: Extract<Nodes, {type: 'inlineCode'}>): void {
    const typed = this.#source.slice(node.position?.start.offset)
    const word = /^`{3,}[^\S\n]*(?:\{[^\w`\n]*)?([\w-]+)/.exec(typed)?.[1]
    if (word === undefined || !this.#finders.takesCondition(word)) return
    const detail = `A code block is for every reader: write \`:::${word}\` for a block that is for some`
    this.#report({rule: 'markup-residue', place: node.position, detail})
  }

  #string(node: Nodes, text: string | null | undefined): void {
    if (!text) return
    const residue = this.#finders.text(text)
    if (residue === undefined) return
    this.#report({rule: 'markup-residue', place: node.position, detail: residue.detail}, residue.closes)
  }

  #url(node: Nodes, url: string): void {
    const text = decoded(url)
    if (this.#finders.findDirective(text) >= 0) {
      const detail = 'A directive does not work inside a URL'
      this.#report({rule: 'directive-misplaced', place: node.position, detail})
    } else if (/::|[[{%]/.test(text) && !isLiteralAddress(node, text)) this.#string(node, text)
  }

  #attributes(node: Extract<Nodes, {type: 'textDirective' | 'leafDirective' | 'containerDirective'}>): void {
    for (const {value, position} of node.data?.written?.attributes ?? []) {
      const residue = this.#finders.text(value)
      if (residue !== undefined)
        this.#report({rule: 'markup-residue', place: position, detail: residue.detail})
    }
  }

  /** A label ends at its first bracket, also within code, a tag or a link: what follows is no part of it. */
  #label(node: Extract<Nodes, {type: 'textDirective'}>): void {
    const label = node.data?.written?.label
    if (label === undefined || !this.#finders.takesCondition(node.name) || !opensMore(label.value)) return
    const end = label.position.end.offset ?? 0
    const paragraph = this.#source.slice(end + 1).split(/(?:\r\n|\r|\n)[\t ]*(?:\r\n|\r|\n)/, 1)[0] ?? ''
    if (!paragraph.includes(']')) return
    const detail = `The text of \`:${node.name}[…]\` ends at its first \`]\`, also within code, a tag or a link: put a backslash before that bracket`
    this.#report({rule: 'markup-residue', place: label.position, detail})
  }

  /** A group without braces says the same to every reader: its wordings stand apart from it, or got lost. */
  #wordings(node: Extract<Nodes, {type: 'textDirective'}>): void {
    if (!this.#finders.wordings.has(node.name) || node.position === undefined) return
    if (this.#source[(node.position.end.offset ?? 0) - 1] === '}') return
    const {line} = node.position.start
    if (this.found.some(({place}) => place.start.line === line)) return // the same mistake
    const detail = `\`:${node.name}[…]\` holds no wording of an audience: put one directly behind it, as in \`:${node.name}[…]{${[...this.#finders.audiences][0]}="…"}\``
    this.#report({rule: 'directive-attribute-invalid', place: node.position, detail})
  }

  /** What looks like another row, but is none: the conditions of the columns do not reach it. */
  #rowBelow(table: Extract<Nodes, {type: 'table'}>): void {
    if (!this.#hasMarkedColumn(table)) return
    const from = table.position?.end.offset ?? 0
    const [, blank = '', mark = '', row = '', next = ''] = matchAt(below, this.#source, from) ?? []
    const isDirectlyBelow = mark === '' && blank.split(/\r\n|\r|\n/).length === 2
    const isTable = /^[\s>|:-]*-[\s|:-]*$/.test(next)
    if (isTable || !(row.startsWith('|') || (isDirectlyBelow && row.includes('|')))) return
    const start = from + blank.length + mark.length
    const detail =
      'This line is no row of the table above it, which has columns for some readers: begin it like the rows there'
    this.#report({rule: 'table-cell-extra', place: this.#range(start, start + row.length), detail})
  }

  #hasMarkedColumn({children: [header]}: Extract<Nodes, {type: 'table'}>): boolean {
    return (header?.children ?? []).some(cell =>
      cell.children.some(node => node.type === 'textDirective' && this.#finders.takesCondition(node.name)),
    )
  }

  #callout(node: Extract<Nodes, {type: 'containerDirective'}>): void {
    const {callouts, audiences} = this.#finders
    if (!callouts.has(node.name)) return
    const {label, attributes = []} = node.data?.written ?? {}
    const named = attributes.find(({name, value}) => name === 'id' && audiences.has(value))
    const place = label !== undefined && audiences.has(label.value.trim()) ? label.position : named?.position
    if (place === undefined) return
    const detail = `\`:::${node.name}\` is for every reader: put it into \`:::only{for=…}\` if it is for some`
    this.#report({rule: 'markup-residue', place, detail})
  }

  #report(found: Omit<FoundResidue, 'closes' | 'place'> & ResiduePlace, closes = false): void {
    const {place} = found
    if (place === undefined || (closes && this.#isOpen)) return
    this.#isOpen = true
    this.found.push({...found, place, closes})
  }

  #range(from: number, to: number): Position {
    return {start: pointAt(this.#source, origin, from), end: pointAt(this.#source, origin, to)}
  }
}

/** Whether code, a tag or the address of a link begins in a text and does not end there. */
function opensMore(text: string): boolean {
  const rest = text.replace(/\\./gs, '').replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
  return rest.includes('`') || /<[a-z/!?][^>]*$/i.test(rest) || /\]\([^)]*$/.test(rest)
}

function inlineCodes(block: Nodes): readonly InlineCode[] {
  const found: InlineCode[] = []
  walk(block, node => {
    if (node.type === 'inlineCode') found.push(node)
  })
  return found
}

function isEmphasis(node: Nodes | undefined): boolean {
  return node?.type === 'emphasis' || node?.type === 'strong'
}

/** Whether a text is a line that opens or closes a container. */
function isFence(text: string): boolean {
  return /^[^\S\n]*:{3,}/m.test(foldLookAlikes(text).text)
}

/** A literal address, whose text is looked at already. */
function isLiteralAddress(node: Nodes, text: string): boolean {
  return plainText([node]) === text
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url // a `%` that encodes nothing
  }
}
