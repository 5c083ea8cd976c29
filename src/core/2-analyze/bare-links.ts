import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import {type Condition, type CrossReference, covers, walk} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {Page, Seen} from './page.ts'

/**
 * Links without text: one to a heading gets the heading's text, as each reader has it. Any other would show
 * nothing, so it is reported.
 *
 * @param roots The lowered page, with its ids.
 */
export function nameBareLinks(page: Page, roots: readonly RootContent[], report: Report): void {
  for (const link of page.bareLinks) nameLink(link, page, roots, report)
}

function nameLink(
  {node, visibility, file}: Seen<CrossReference>,
  page: Page,
  roots: readonly RootContent[],
  report: Report,
): void {
  const {target} = node
  const here = page.input.audiences.filter(id => visibility.audiences.has(id))
  const place = {place: node, file, actual: target}
  const headings = page.headings.filter(heading => heading.node.data?.id === target)
  if (headings.length === 0 && hasId(roots, target)) {
    const detail = `\`#${target}\` is no heading, so a link to it needs a text of its own`
    report('link-empty', {...place, detail, audiences: here})
    return
  }
  const without = here.filter(
    id => !headings.some(heading => covers(heading.visibility, only(id, visibility))),
  )
  for (const id of without) {
    const detail = `\`#${target}\` is no place that \`${id}\` can see`
    report('xref-missing', {...place, detail, audiences: [id]})
  }
  node.children = headings.map(heading => ({
    type: 'span',
    data: {condition: heading.visibility},
    children: heading.node.children.flatMap(labelOf) as PhrasingContent[], // phrasing in, phrasing out
  }))
}

function only(id: string, {dimensions}: Condition): Condition {
  return {audiences: new Set([id]), dimensions}
}

function hasId(roots: readonly RootContent[], id: string): boolean {
  let found = false
  for (const root of roots) {
    walk(root, node => {
      found ||= node.data?.id === id
    })
  }
  return found
}

/** The text of a heading for a link: without links, ids and numbers of its own. */
function labelOf(node: Nodes): readonly Nodes[] {
  switch (node.type) {
    case 'citation':
    case 'footnoteReference':
      return []
    case 'link':
    case 'crossReference':
    case 'term':
      return node.children.flatMap(labelOf)
    default: {
      const {id: _, ...data} = node.data ?? {}
      const children = 'children' in node && {children: node.children.flatMap(labelOf)}
      return [{...node, ...children, ...(node.data && {data})} as Nodes] // the same type
    }
  }
}
