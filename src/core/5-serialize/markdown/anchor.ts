import type {Html, Link, PhrasingContent, RootContent} from 'mdast'
import type {MarkdownContext} from './context.ts'

/**
 * A place that a link can lead to. GFM has none but headings, so it is the one piece of HTML that we write.
 */
function anchor(id: string): Html {
  const value = id.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
  return {type: 'html', value: `<a id="${value}"></a>`}
}

/** The anchor of a node, where something links to it. */
export function anchorsOf(node: {data?: {id?: string} | undefined}, {ask}: MarkdownContext): Html[] {
  const id = node.data?.id
  return id !== undefined && ask(({targets}) => targets.has(id)) ? [anchor(id)] : []
}

/**
 * Blocks with the anchor of the node that they stand for: at the start of a paragraph, else as one of its
 * own.
 */
export function anchored(
  node: {data?: {id?: string} | undefined},
  blocks: readonly RootContent[],
  context: MarkdownContext,
): RootContent[] {
  const anchors = anchorsOf(node, context)
  const [first, ...others] = blocks
  if (anchors.length === 0) return [...blocks]
  if (first?.type === 'paragraph') return [{...first, children: [...anchors, ...first.children]}, ...others]
  return [{type: 'paragraph', children: anchors}, ...blocks]
}

/** A link to a place on the page; its bare text inside another link. */
export function linkTo(
  id: string,
  children: readonly PhrasingContent[],
  {inLink}: MarkdownContext,
): PhrasingContent[] {
  if (inLink) return [...children]
  const link: Link = {
    type: 'link',
    url: `#${id.replace(/[%\s]/g, character => encodeURIComponent(character))}`,
    children: [...children],
  }
  return [link]
}
