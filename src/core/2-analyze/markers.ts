import type {PhrasingContent} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {Condition} from '../language/index.ts'
import type {LoweringContext} from './lowering-context.ts'
import {isDirective, useDirective} from './use-directive.ts'

/** A bare marker that was taken out of the block that it marks. */
export interface Marker {
  readonly node: TextDirective
  readonly condition: Condition
  readonly id?: string
}

/** What was found where a marker may stand. */
export type MarkerSearch = {readonly marker?: Marker; readonly rest: PhrasingContent[]} | 'broken'

/**
 * Take the bare marker (`:only{for=…}`) out of a block's phrasing, with the blank that parts it from the
 * text.
 *
 * @param children Phrasing of a heading, a paragraph or a cell.
 * @param where `first`: only before everything else; `anywhere`: in a heading or a header cell.
 * @returns The marker and the rest, or `broken` after a report: no reader gets the block then.
 */
export function takeMarker(
  children: readonly PhrasingContent[],
  where: 'first' | 'anywhere',
  lowerer: LoweringContext,
): MarkerSearch {
  const index =
    where === 'first'
      ? children.findIndex(child => !isBlank(child))
      : children.findIndex(child => isMarker(child, lowerer))
  const node = children[index]
  if (node === undefined || !isMarker(node, lowerer)) return {rest: [...children]}
  const use = useDirective(node, lowerer.page, lowerer.report)
  if (use?.condition === undefined) return 'broken'
  if (lowerer.neverShown(use.condition, node)) return 'broken'
  const {id} = use.attributes as {id?: string} // both marker directives take `idAttribute`
  const rest = joinAround(children.slice(0, index), children.slice(index + 1))
  return {marker: {node, condition: use.condition, ...(id !== undefined && {id})}, rest}
}

/** What a marker says of the node that it marks. */
export function markedData(marker: Marker): {condition: Marker['condition']; id?: string} {
  return {condition: marker.condition, ...(marker.id !== undefined && {id: marker.id})}
}

function isMarker(node: PhrasingContent, lowerer: LoweringContext): node is TextDirective {
  if (!isDirective(node) || node.type !== 'textDirective') return false
  const definition = lowerer.page.input.directives.get(node.name)
  const bare = node.data?.written?.label === undefined && node.data?.written?.attributes !== undefined
  return bare && definition?.conditions !== undefined && definition.kinds.includes('text')
}

/** Whether phrasing is nothing but blanks. */
export function isBlank(node: PhrasingContent): boolean {
  return node.type === 'text' && node.data?.unknownDirective === undefined && node.value.trim() === ''
}

/** Join what stood around something that shows nothing: no blank at the gap's outer edges, one inside. */
export function joinAround(
  before: readonly PhrasingContent[],
  after: readonly PhrasingContent[],
): PhrasingContent[] {
  const left = [...before]
  const right = [...after]
  const last = left.at(-1)
  const first = right[0]
  if (
    first?.type === 'text' &&
    (last === undefined || isBlank(last) || (last.type === 'text' && /\s$/.test(last.value)))
  ) {
    right[0] = {...first, value: first.value.trimStart()}
  }
  const nothingAfter = right.every(node => node.type === 'text' && node.value === '')
  if (nothingAfter && last?.type === 'text') left[left.length - 1] = {...last, value: last.value.trimEnd()}
  return [...left, ...right].filter(node => node.type !== 'text' || node.value !== '')
}
