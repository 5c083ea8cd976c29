import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Nodes} from 'mdast'
import type {Handlers, State} from 'mdast-util-to-hast'
import {type NodeTable, noMarkdown} from '../../../language/index.ts'

/** Blocks that say where they come from. */
const blocks = {
  ...noMarkdown,
  blockquote: true,
  branch: false,
  callout: true,
  calloutTitle: false,
  citation: false,
  code: true,
  crossReference: false,
  fragment: false,
  heading: true,
  html: true,
  listItem: true,
  paragraph: true,
  place: false,
  safety: true,
  say: false,
  span: false,
  subscript: false,
  superscript: false,
  table: true,
  term: false,
  thematicBreak: true,
  variants: false,
} satisfies NodeTable<boolean>

type MarkedHandler = (state: State, node: Nodes, parent: unknown) => Made
type Made = ElementContent | ElementContent[] | undefined

/**
 * The same handlers, which also mark blocks with their lines and wordings with their readers. For previews
 * only.
 */
export function withSourceMarks(handlers: Handlers): Handlers {
  const marked = Object.entries(handlers).map(([type, handle]) => {
    const make = handle as MarkedHandler // a handler of the node that it is listed for
    return [type, (state: State, node: Nodes, parent: unknown) => mark(make(state, node, parent), node)]
  })
  return Object.fromEntries(marked) as Handlers
}

function mark(made: Made, node: Nodes): Made {
  const {badge} = node.data ?? {}
  const element = blocks[node.type] === true ? firstElement(made) : undefined
  if (element !== undefined) element.properties = {...element.properties, ...placeOf(node)}
  if (badge === undefined) return made
  const content = made === undefined ? [] : [made].flat()
  if (node.type === 'span') return h('span', {dataFor: badge}, [label('span', badge), ...content])
  if (node.type === 'listItem' && element !== undefined)
    element.children = [label('span', badge), ...element.children]
  else return h('div', {dataFor: badge, ...placeOf(node)}, [label('p', badge), ...content])
  return made
}

function label(name: 'p' | 'span', badge: string): Element {
  return h(name, {className: 'badge'}, badge)
}

function firstElement(made: Made): Element | undefined {
  return [made].flat().find((node): node is Element => node?.type === 'element')
}

function placeOf({position, data}: Nodes): Record<string, string | number> {
  if (position === undefined) return {}
  const {start, end} = position
  return {dataLine: start.line, dataEnd: end.line, ...(data?.file !== undefined && {dataFile: data.file})}
}
