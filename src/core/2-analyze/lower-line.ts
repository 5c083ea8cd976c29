import type {PhrasingContent} from 'mdast'
import type {LoweringContext} from './lowering-context.ts'

/** Lower the phrasing of a block, without breaks at its edges: nothing is broken there. */
export function lowerLine(nodes: readonly PhrasingContent[], lowerer: LoweringContext): PhrasingContent[] {
  const lowered = lowerer.phrasing(nodes)
  const isText = (node: PhrasingContent): boolean => node.type !== 'break'
  const from = lowered.findIndex(isText)
  return from < 0 ? [] : lowered.slice(from, lowered.findLastIndex(isText) + 1)
}
