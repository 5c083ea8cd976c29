import type {Nodes, Table} from 'mdast'
import {
  type Branch,
  type Condition,
  childrenOf,
  type Document,
  describeBranch,
  excerptOf,
  holds,
  type Match,
  type NodeTable,
  noMarkdown,
  plainText,
  type Reader,
  resolve,
  type Say,
  type Selection,
  type Variants,
  walk,
} from '../../core/language/index.ts'

/** Why a part of a page is in a variant or is not. */
export type Reason =
  /** No condition stands in the way. */
  | 'always'
  /** `for`, `not`, an audience's short form, a marker or a further dimension. */
  | 'condition'
  /** The reader's branch of a group, or another one. */
  | 'branch'
  /** Left out on purpose, with a reason. */
  | 'omit'
  /** Selection left nothing in it. */
  | 'empty'
  /** A heading whose section became empty. */
  | 'heading-orphaned'
  /** A footnote that nothing in the variant calls. */
  | 'uncalled'

/** One part of a page: a block, or words within one that are decided apart from it. */
export interface Explanation {
  /** mdast type; `branch` for a branch of a group. */
  readonly type: string
  /** Path of the included file that it stands in. */
  readonly file?: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** From 1. */
  readonly endLine: number
  /** From 1; behind the last character. */
  readonly endColumn: number
  /** The beginning of its text. */
  readonly excerpt: string
  /** Whether the reader gets the part. */
  readonly status: 'in' | 'out'
  /** What decided. */
  readonly rule: Reason
  /** Line and column of what decided, where that is not the part itself. */
  readonly decidedBy?: {
    /** From 1. */
    readonly line: number
    /** From 1. */

    /** From 1. */
    readonly column: number
  }
  /** The decision in words: `for clinician`. */
  readonly detail: string
  /** Audience whose wording stands in. */
  readonly fallback?: string
}

interface Verdict {
  readonly status: 'in' | 'out'
  readonly rule: Reason
  readonly detail: string
  readonly by?: Nodes
  readonly fallback?: string
}

const always: Verdict = {status: 'in', rule: 'always', detail: 'for everyone who gets this page'}

/** Blocks that are listed; what holds blocks is listed through them. */
const listed = {
  ...noMarkdown,
  branch: false,
  callout: false,
  calloutTitle: true,
  citation: false,
  code: true,
  crossReference: false,
  fragment: false,
  heading: true,
  html: true,
  image: true,
  paragraph: true,
  place: true,
  safety: false,
  say: false,
  span: false,
  subscript: false,
  superscript: false,
  tableRow: true,
  term: false,
  thematicBreak: true,
  variants: false,
} satisfies NodeTable<boolean>

/**
 * Accounts for all text of a page: what one reader gets of it, what they do not get, and why.
 *
 * @param document A compiled document.
 * @param selection What was selected for the reader.
 * @returns Parts in document order; a part inside another stands after it and decides for its own text.
 */
export function explain(document: Document, selection: Selection): readonly Explanation[] {
  const accountant = new Accountant(document, selection)
  accountant.visit(document.root, always)
  return accountant.accounts
}

class Accountant {
  readonly accounts: Explanation[] = []
  readonly #document: Document
  readonly #reader: Reader
  /** Places of all that stands in the variant. */
  readonly #standing = new Set<string>()
  readonly #called = new Set<string>()

  constructor(document: Document, {root, footnotes, reader}: Selection) {
    this.#document = document
    this.#reader = reader
    const note = (node: Nodes): void => {
      this.#standing.add(placeOf(node))
      if (node.type === 'footnoteReference') this.#called.add(node.identifier)
    }
    walk(root, note)
    for (const identifier of this.#called) {
      const definition = footnotes.get(identifier) // the set grows while notes call notes
      if (definition) walk(definition, note)
    }
  }

  visit(node: Nodes, above: Verdict): void {
    const verdict = this.#verdict(node, above)
    if (listed[node.type] === true || verdict !== above) this.#add(node, verdict)
    if (node.type === 'variants' || node.type === 'say') this.#group(node, verdict)
    else if (node.type === 'table') this.#table(node, verdict)
    else for (const child of childrenOf(node)) this.visit(child, verdict)
  }

  #verdict(node: Nodes, above: Verdict): Verdict {
    if (above.status === 'out') return above
    const condition = node.data?.condition
    if (condition !== undefined) {
      const status = holds(condition, this.#reader) ? 'in' : 'out'
      return {status, rule: 'condition', detail: describe(condition), by: node}
    }
    if (node.type === 'footnoteDefinition' && !this.#called.has(node.identifier))
      return {status: 'out', rule: 'uncalled', detail: 'nothing in this variant calls the note', by: node}
    if (listed[node.type] !== true || this.#standing.has(placeOf(node))) return above
    if (node.type === 'heading')
      return {status: 'out', rule: 'heading-orphaned', detail: 'nothing is left below the heading', by: node}
    return {status: 'out', rule: 'empty', detail: 'selection left nothing in it', by: node}
  }

  #group(node: Variants | Say, verdict: Verdict): void {
    const {audiences} = this.#document.settings
    const match = resolve(
      node.children.map(branch => branch.match),
      this.#reader,
      audiences,
    )
    const chosen = 'branch' in match ? match.branch : -1
    for (const [index, branch] of node.children.entries()) {
      if (verdict.status === 'out') this.visit(branch, verdict)
      else
        this.#branch(
          branch,
          index === chosen ? this.#own(branch, match) : this.#other(branch, node.children[chosen]),
        )
    }
  }

  #branch(branch: Branch, verdict: Verdict): void {
    this.#add(branch, {...verdict, by: branch})
    for (const child of branch.children) this.visit(child, {...verdict, by: branch})
  }

  #own(branch: Branch, match: Match): Verdict {
    if (branch.omit !== undefined)
      return {status: 'out', rule: 'omit', detail: `left out on purpose: ${branch.omit}`}
    const {audience} = this.#reader
    const how = {
      own: `the branch for \`${audience}\``,
      parent: `the branch for ${describeBranch(branch.match)}, which includes \`${audience}\``,
      default: 'the branch for everyone else',
      fallback: `\`${audience}\` has none of their own and gets the one for ${describeBranch(branch.match)}`,
      missing: '',
      overlap: '',
    }[match.via]
    return {
      status: 'in',
      rule: 'branch',
      detail: how,
      ...(match.via === 'fallback' && {fallback: match.from}),
    }
  }

  #other(branch: Branch, chosen: Branch | undefined): Verdict {
    const {audience} = this.#reader
    const instead = chosen === undefined ? 'none' : `the one for ${describeBranch(chosen.match)}`
    return {
      status: 'out',
      rule: 'branch',
      detail: `the branch for ${describeBranch(branch.match)}; \`${audience}\` gets ${instead}`,
    }
  }

  #table(node: Table, verdict: Verdict): void {
    for (const row of node.children) {
      const inRow = this.#verdict(row, verdict)
      this.#add(row, inRow)
      for (const [index, cell] of row.children.entries()) {
        const column = node.data?.columns?.[index]
        const hidden = inRow.status === 'in' && column !== undefined && !holds(column, this.#reader)
        const inCell: Verdict = hidden
          ? {
              status: 'out',
              rule: 'condition',
              detail: `column ${describe(column)}`,
              by: node.children[0]?.children[index] ?? cell,
            }
          : inRow
        if (hidden) this.#add(cell, inCell)
        for (const child of cell.children) this.visit(child, inCell)
      }
    }
  }

  /** Text of a part; of a group in it, the reader's branch. */
  #textOf(node: Nodes): string {
    if (node.type === 'image')
      return node.alternative === undefined ? (node.alt ?? '') : plainText(node.alternative)
    if (node.type === 'citation') return `[${node.items.map(({key}) => key).join('; ')}]`
    if (node.type === 'say' || node.type === 'variants') {
      const {audiences} = this.#document.settings
      const match = resolve(
        node.children.map(branch => branch.match),
        this.#reader,
        audiences,
      )
      const branch = 'branch' in match ? node.children[match.branch] : undefined
      return branch === undefined ? '' : this.#textOf(branch)
    }
    return 'value' in node
      ? node.value
      : childrenOf(node)
          .map(child => this.#textOf(child))
          .join('')
  }

  #add(node: Nodes, {status, rule, detail, by, fallback}: Verdict): void {
    const {start, end} = node.position ?? {}
    if (start === undefined || end === undefined) return
    const decided = by?.position?.start
    const elsewhere =
      decided !== undefined && (decided.line !== start.line || decided.column !== start.column)
    const {file} = node.data ?? {}
    this.accounts.push({
      type: node.type,
      ...(file !== undefined && {file}),
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      excerpt: excerptOf(this.#textOf(node)),
      status,
      rule,
      ...(elsewhere && {decidedBy: {line: decided.line, column: decided.column}}),
      detail,
      ...(fallback !== undefined && {fallback}),
    })
  }
}

function describe({audiences, dimensions}: Condition): string {
  const parts = [...dimensions].map(([name, values]) => `${name} ${[...values].join(' or ')}`)
  return [
    'for',
    [[...audiences].map(id => `\`${id}\``).join(', '), ...parts].filter(Boolean).join(' and '),
  ].join(' ')
}

/** A node by its place: selection copies what it changes, and a copy keeps its place. */
export function placeOf(node: Nodes): string {
  return `${node.type} ${node.data?.file ?? ''} ${node.position?.start.offset ?? -1}`
}
