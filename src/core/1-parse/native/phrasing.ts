import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import {FallbackError} from './refusals.ts'

/** Nodes behind which a resource, a label or attributes may lack their end. */
const mayGoOn: ReadonlySet<string> = new Set([
  'linkReference',
  'imageReference',
  'footnoteReference',
  'textDirective',
])

/**
 * Whether a line begins behind blanks with another node than text. Between other nodes nothing may be
 * missing.
 *
 * @param children Phrasing that belongs to one node.
 * @throws {FallbackError} Where something is missing.
 */
export function hasGap(children: readonly Nodes[]): boolean {
  let found = false
  for (let index = 1; index < children.length; index++) {
    const before = children[index - 1]
    const end = before?.position?.end
    const start = children[index]?.position?.start
    if (before === undefined || end?.offset === start?.offset) continue
    const isLineEnd = before.type === 'break' || (before.type === 'text' && before.value.endsWith('\n'))
    if (!isLineEnd || end?.column !== 1 || end.line !== start?.line)
      throw new FallbackError('gap between nodes')
    found = true
  }
  return found
}

/**
 * Whether something between nodes may have been read over lines in vain: then micromark counts the blanks
 * that the next line begins with to the text before.
 */
export function mayHaveFailed(children: readonly Nodes[]): boolean {
  return children.some((child, index) => {
    const next = children[index + 1]
    return mayGoOn.has(child.type) && next?.type === 'text' && /^[([{:]/.test(next.value)
  })
}

/** @throws {FallbackError} Where a paragraph begins or ends with something that no node stands for. */
export function assertPlainEdges(children: readonly Nodes[], {start, end}: Position, source: string): void {
  const first = children[0]?.position?.start.offset
  const last = children.at(-1)?.position?.end.offset
  if (first !== start.offset || !/^[ \t]*$/.test(source.slice(last, end.offset)))
    throw new FallbackError('gap at an edge')
}
