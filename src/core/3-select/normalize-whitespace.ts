import type {Nodes, PhrasingContent, Text} from 'mdast'
import {isGap, type Loose} from './gap.ts'

type Leaf =
  | {readonly kind: 'text'; value: string}
  | {readonly kind: 'gap'}
  | {readonly kind: 'break'; gone: boolean}
  | {readonly kind: 'opaque'}

/** What stands on one side of a gap; `edge`: the block ends there. */
type Side = Leaf | {readonly kind: 'edge'}

/**
 * Normalize the text around the gaps of one block: no double blank, no blank before punctuation, no empty
 * brackets or quotes, no comma at the start or before another mark. Text that touches no gap is left as the
 * author typed it.
 *
 * @param children Phrasing of a block, with gaps anywhere below.
 * @param locale French puts a blank before `:`, `;`, `!` and `?`.
 */
export function normalizeWhitespace(children: readonly Loose[], locale: string): PhrasingContent[] {
  const leaves: Leaf[] = []
  for (const child of children) collect(child, leaves)
  const punctuation = /^fr\b/i.test(locale) ? /^(?:[,.](?!\d)|[)\]}”›])/ : /^(?:[,.;:!?](?!\d)|[)\]}”»›])/
  for (const [index, leaf] of leaves.entries())
    if (leaf.kind === 'gap') normalizeLeaf(leaves, index, punctuation)
  const rest = leaves[Symbol.iterator]()
  return children.flatMap(child => rebuild(child, rest)) as PhrasingContent[] // phrasing in, phrasing out
}

function collect(node: Loose, leaves: Leaf[]): void {
  if (isGap(node)) leaves.push({kind: 'gap'})
  else if (node.type === 'text') leaves.push({kind: 'text', value: node.value})
  else if (node.type === 'break') leaves.push({kind: 'break', gone: false})
  else if ('children' in node) for (const child of node.children) collect(child, leaves)
  else leaves.push({kind: 'opaque'})
}

/** Normalize around one gap until nothing changes any more: brackets that go may leave two blanks behind. */
function normalizeLeaf(leaves: readonly Leaf[], index: number, punctuation: RegExp): void {
  for (let changed = true; changed; ) {
    const left = nearest(leaves, index, -1)
    const right = nearest(leaves, index, 1)
    changed = collapseBreaks(left, right) || collapseTexts(left, right, punctuation)
  }
}

function nearest(leaves: readonly Leaf[], index: number, step: 1 | -1): Side {
  for (let at = index + step; at >= 0 && at < leaves.length; at += step) {
    const leaf = leaves[at]
    if (leaf === undefined || leaf.kind === 'gap') continue
    if (leaf.kind === 'text' && leaf.value === '') continue
    if (leaf.kind === 'break' && leaf.gone) continue
    return leaf
  }
  return {kind: 'edge'}
}

function collapseBreaks(left: Side, right: Side): boolean {
  const before = left.kind === 'break' ? left : undefined
  const after = right.kind === 'break' ? right : undefined
  const lost =
    before && (right.kind === 'edge' || after) ? before : after && left.kind === 'edge' ? after : undefined
  if (lost === undefined) return false
  lost.gone = true
  return true
}

function collapseTexts(left: Side, right: Side, punctuation: RegExp): boolean {
  const l = left.kind === 'text' ? left : undefined
  const r = right.kind === 'text' ? right : undefined
  const before = l?.value
  const after = r?.value
  if (l && r && bracketsMeet(l.value, r.value)) {
    l.value = l.value.trimEnd().slice(0, -1)
    r.value = r.value.trimStart().slice(1)
    return true
  }
  if (r && left.kind === 'edge') r.value = r.value.replace(/^[ \t\n]*[,;:](?!\S)/, '')
  if (l && r && /[,;:][ \t\n]*$/.test(l.value) && /^[ \t\n]*[,;:.!?](?!\d)/.test(r.value)) {
    l.value = l.value.replace(/[,;:][ \t\n]*$/, '')
  }
  const open = l && /[ \t\n([{“«‹„]$/.test(l.value)
  if (r && (open || isEnd(left))) r.value = r.value.replace(/^[ \t\n]+/, '')
  else if (r && punctuation.test(r.value.trimStart())) r.value = r.value.replace(/^[ \t\n]+/, '')
  const closes = r ? punctuation.test(r.value) : isEnd(right)
  if (l && closes) l.value = l.value.replace(/[ \t\n]+$/, '')
  return l?.value !== before || r?.value !== after
}

const closing: Record<string, string> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '“': '”',
  '«': '»',
  '‹': '›',
  '„': '“',
}

function bracketsMeet(left: string, right: string): boolean {
  const open = /([([{“«‹„])[ \t\n]*$/.exec(left)?.[1]
  return open !== undefined && right.trimStart().startsWith(closing[open] ?? '\0')
}

/** Whether a line ends there. */
function isEnd({kind}: Side): boolean {
  return kind === 'edge' || kind === 'break'
}

/** The node with its normalized texts; nothing for what is empty now. */
function rebuild(node: Loose, leaves: Iterator<Leaf>): Nodes[] {
  if (!isGap(node) && 'children' in node) {
    const children = node.children.flatMap(child => rebuild(child, leaves))
    if (same(children, node.children)) return [node]
    // the same kinds of children, fewer of them
    return children.length === 0 ? [] : [{...node, children} as Nodes]
  }
  const leaf = leaves.next().value as Leaf // one leaf for each childless node, in the same order
  if (isGap(node) || (leaf.kind === 'break' && leaf.gone)) return []
  if (node.type !== 'text' || leaf.kind !== 'text' || leaf.value === node.value) return [node]
  return leaf.value === '' ? [] : [{...node, value: leaf.value} satisfies Text]
}

function same(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index])
}
