import {slug} from 'github-slugger'
import type {Nodes, PhrasingContent} from 'mdast'
import {type Condition, isMdx, lineStart, meet} from '../language/index.ts'
import {anchorId} from './directives/attributes.ts'
import type {Page} from './page.ts'

/**
 * Take an id off the end of a heading's text, as in `## Dose {#dose}`.
 *
 * @param children Phrasing of the heading.
 * @param source Text of the file: an id is one only as typed, not with a backslash or as a character
 * reference.
 * @see https://pandoc.org/MANUAL.html#extension-header_attributes
 */
export function takeHeadingId(
  children: readonly PhrasingContent[],
  source: string,
): {id?: string; rest: PhrasingContent[]} {
  const last = children.at(-1)
  const end = last?.position?.end
  // With the line ending above: a heading that is nothing but braces has no blank before them, and keeps its
  // text.
  const typed = last?.type === 'text' && end ? source.slice(Math.max(0, lineStart(end) - 1), end.offset) : ''
  const [written, id] = /(?:^|[ \t]+)\{#([^\s{}]+)\}$/.exec(typed) ?? []
  if (last?.type !== 'text' || written === undefined || !last.value.endsWith(written))
    return {rest: [...children]}
  if (!anchorId.safeParse(id).success) return {rest: [...children]}
  const value = last.value.slice(0, -written.length)
  const rest = value === '' ? [] : [{...last, value}]
  return {...(id !== undefined && {id}), rest: [...children.slice(0, -1), ...rest]}
}

/**
 * Give every heading the id that it has in each variant in which it stands: from the part of its text that
 * all its readers share, with `-1`, `-2`, … only where an earlier heading with that id can be seen by a same
 * reader.
 */
export function nameHeadings(page: Page): void {
  const taken = new Map<string, Condition[]>()
  // What was taken for some readers stays taken: their next search goes on from there.
  const from = new Map<string, number>()
  for (const {node, visibility} of page.headings) {
    const base = slug(sharedText(node).trim()) || 'section'
    const search = JSON.stringify([
      base,
      [...visibility.audiences],
      [...visibility.dimensions].map(([name, values]) => [name, ...values]),
    ])
    const free =
      node.data?.id === undefined ? freeId(base, visibility, taken, from.get(search) ?? 0) : undefined
    if (free !== undefined) from.set(search, free.count + 1)
    const id = node.data?.id ?? free?.id ?? base
    taken.set(id, [...(taken.get(id) ?? []), visibility])
    node.data = {...node.data, id}
  }
}

function freeId(
  base: string,
  visibility: Condition,
  taken: ReadonlyMap<string, readonly Condition[]>,
  from: number,
): {id: string; count: number} {
  for (let count = from; ; count++) {
    const id = count === 0 ? base : `${base}-${count}`
    if (!taken.get(id)?.some(other => meet(other, visibility))) return {id, count}
  }
}

/** Text that every reader of a node sees: none that is under a condition, in a group, or a number. */
function sharedText(node: Nodes): string {
  if (node.type === 'say' || node.type === 'citation' || node.type === 'footnoteReference') return ''
  if (node.type === 'span' && node.data?.condition !== undefined) return ''
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if ('value' in node) return node.type === 'html' || isMdx(node) ? '' : node.value
  return 'children' in node ? node.children.map(sharedText).join('') : ''
}
