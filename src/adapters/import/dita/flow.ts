import type {PhrasingContent} from 'mdast'
import {blocks} from './blocks.ts'
import {blocksFor} from './only.ts'
import {isPhrasing, trimmed} from './phrasing.ts'
import {type Flow, type State, shownTo} from './state.ts'
import {isElement, isText, spanOf, type XmlElement, type XmlNode} from './xml.ts'

/** Read what stands in a block: runs of text become paragraphs between its blocks. */
export function readFlow(nodes: readonly XmlNode[], state: State): Flow[] {
  const result: Flow[] = []
  let run: XmlNode[] = []
  const endRun = (): void => {
    const children: PhrasingContent[] = trimmed(state.phrasing(run, state))
    if (children.length > 0) result.push({type: 'paragraph', children})
    run = []
  }
  for (const node of nodes) {
    if (isText(node) || (isElement(node) && isPhrasing(node))) run.push(node)
    else if (isElement(node)) {
      endRun()
      result.push(...blockOf(node, state))
    }
  }
  endRun()
  return result
}

function blockOf(element: XmlElement, state: State): Flow[] {
  const handler = blocks.get(element.name)
  if (handler === undefined) {
    state.notes.error(`\`${element.name}\` cannot be carried over`, spanOf(element))
    return []
  }
  const shown = shownTo(element, state)
  if (shown === undefined) return []
  return blocksFor(handler(element, shown.state), shown)
}
