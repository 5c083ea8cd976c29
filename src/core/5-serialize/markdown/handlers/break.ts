import type {Break, PhrasingContent} from 'mdast'

/** A hard break; a tag stays one, since it may stand where lines cannot end. */
export function hardBreak(node: Break): PhrasingContent[] {
  return [node.data?.tag === true ? {type: 'html', value: '<br>'} : node]
}
