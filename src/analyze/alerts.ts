import type {Blockquote, RootContent} from 'mdast'
import {calloutKinds} from '../directives/callout.ts'
import type {Lowerer} from './lowerer.ts'

/**
 * GitHub's alerts, `> [!NOTE]`, are call-outs.
 *
 * @returns `undefined` for any other block quote.
 * @see https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function lowerAlert(node: Blockquote, lowerer: Lowerer): RootContent | undefined {
  const [first, ...others] = node.children
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || opening?.type !== 'text') return undefined
  const [line, name] = /^\[!([A-Za-z]+)\][\t ]*(?:\n|$)/.exec(opening.value) ?? []
  const kind = calloutKinds.find(known => known === name?.toLowerCase())
  if (line === undefined || kind === undefined) return undefined
  const rest = opening.value.slice(line.length)
  const phrasing = [...(rest === '' ? [] : [{...opening, value: rest}]), ...first.children.slice(1)]
  const content: RootContent[] = phrasing.length > 0 ? [{...first, children: phrasing}, ...others] : others
  return {type: 'callout', kind, children: lowerer.flow(content), position: node.position}
}
