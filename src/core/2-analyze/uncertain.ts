import type {Nodes, Root, RootContent} from 'mdast'
import {childrenOf} from '../language/index.ts'

/**
 * Leave out what is uncertain: the section of the first uncertain place, and all that follows. Where a
 * condition is broken, the end of its text is unknown.
 *
 * @param lowered Blocks of the file, in its order.
 * @param parsed The file before lowering.
 * @param offsets Places in the file.
 */
export function withoutUncertain(
  lowered: RootContent[],
  parsed: Root,
  offsets: readonly number[],
): RootContent[] {
  if (offsets.length === 0) return lowered
  const from = sectionStart(parsed, Math.min(...offsets))
  return lowered.filter(node => startOf(node) < from)
}

/** Offset of the last heading before a place; 0 where there is none. */
function sectionStart({children}: Root, offset: number): number {
  const before = children.filter(node => startOf(node) <= offset)
  const heading = before.findLast(({type}) => type === 'heading')
  return heading === undefined ? 0 : startOf(heading)
}

function startOf(node: Nodes): number {
  const own = node.position?.start.offset
  if (own !== undefined) return own
  return Math.min(Number.POSITIVE_INFINITY, ...childrenOf(node).map(startOf))
}
