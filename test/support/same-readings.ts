import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment} from 'parse5'
import {type Document, render} from '../../src/index.ts'

/** What one reader gets of a page, whatever its lines look like. */
interface Reading {
  /** Plain text with its blanks folded. */
  readonly text: string
  readonly citations: string
  /** Words of the HTML, of texts and of what is read out, sorted. */
  readonly words: readonly string[]
}

/** How a page reads after something was done to its source. */
export type Judgment =
  /** It had errors before. */
  | {readonly verdict: 'unsound'}
  /** It has errors now, so it is not published. */
  | {readonly verdict: 'error'; readonly errors: readonly string[]}
  | {readonly verdict: 'same'}
  /** Every reader gets the same words, but other marks, or in another order. */
  | ({readonly verdict: 'rearranged'} & Difference)
  /** A reader gets other words: a leak, a loss, or markup. */
  | ({readonly verdict: 'different'} & Difference)

interface Difference {
  readonly audience: string
  readonly before: string
  readonly after: string
}

/** Rules that an example breaks for being taken out of its project. */
const outOfContext = new Set([
  'asset-missing',
  'citation-unknown',
  'file-missing',
  'include-missing',
  'term-unknown',
  'variable-unknown',
  'xref-missing',
])

/** What every promised reader gets of a page, or the rules that keep it from them. */
export interface Readings {
  readonly errors: readonly string[]
  readonly byAudience: ReadonlyMap<string, Reading>
}

export function readingsOf(document: Document): Readings {
  const errors = new Set<string>()
  const byAudience = new Map<string, Reading>()
  for (const audience of document.audiences) {
    const {
      value: text,
      citations,
      messages,
    } = render(document, {audience, format: 'text', width: 0, draft: true})
    const {value: html} = render(document, {audience, format: 'html', draft: true})
    for (const {fatal, ruleId = ''} of messages) if (fatal === true) errors.add(ruleId)
    byAudience.set(audience, {text: folded(text), citations: JSON.stringify(citations), words: wordsIn(html)})
  }
  return {errors: [...errors].sort(), byAudience}
}

/** Compare what every promised reader gets of a page, before and after. */
export function judge(before: Readings, after: Readings): Judgment {
  if (before.errors.some(rule => !outOfContext.has(rule))) return {verdict: 'unsound'}
  const errors = after.errors.filter(rule => !before.errors.includes(rule))
  if (errors.length > 0) return {verdict: 'error', errors}
  const differences = [...before.byAudience].flatMap(([audience, left]) => {
    const right = after.byAudience.get(audience) ?? {text: '', citations: '', words: []}
    if (JSON.stringify(left) === JSON.stringify(right)) return []
    return [{audience, before: left.text, after: right.text, hasSameWords: saidBy(left) === saidBy(right)}]
  })
  const [first] = [...differences].sort(
    (left, right) => Number(left.hasSameWords) - Number(right.hasSameWords),
  )
  if (first === undefined) return {verdict: 'same'}
  const {hasSameWords, ...difference} = first
  return {verdict: hasSameWords ? 'rearranged' : 'different', ...difference}
}

/**
 * Words alone, in any order, and what is cited; numbers of list items are marks, which HTML does not hold.
 */
function saidBy({text, words, citations}: Reading): string {
  return JSON.stringify([saidIn(text), saidIn(words.join(' ')), citations])
}

const saidIn = (text: string): readonly string[] =>
  (text.replace(/(^|\s)\d+\.(?=\s)/g, '$1').match(/[\p{L}\p{N}\p{M}:]*[\p{L}\p{N}\p{M}]/gu) ?? []).sort()

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment

const readOut = new Set(['alt', 'title', 'aria-label', 'href', 'src'])

function wordsIn(html: string): readonly string[] {
  return textsIn(parseFragment(html)).join(' ').split(/\s+/).sort()
}

function textsIn(node: Node): readonly string[] {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value]
  const own = defaultTreeAdapter.isElementNode(node)
    ? node.attrs.filter(({name}) => readOut.has(name)).map(({value}) => value)
    : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(textsIn)] : own
}
