import type {Definition, ImageReference, LinkReference} from 'mdast'
import {covers, type LinkedPlace} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {LinkScope, Seen} from './page.ts'

/**
 * Turn references to link definitions into the links and images themselves. Definitions are global to a file
 * in Markdown, so one that stands under a condition would hand its URL and title to everyone.
 *
 * @param placeAt The place within the project that a URL leads to.
 */
export function resolveLinks(
  {definitions, references, texts}: LinkScope,
  report: Report,
  placeAt: (url: string) => LinkedPlace | undefined,
): void {
  const byName = new Map<string, Seen<Definition>>()
  for (const definition of definitions) {
    if (!byName.has(definition.node.identifier)) byName.set(definition.node.identifier, definition)
  }
  for (const {node, visibility, file} of references) {
    const definition = byName.get(node.identifier)
    if (definition === undefined) {
      blank(node)
      continue
    }
    if (!covers(definition.visibility, visibility)) {
      const detail = `\`[${node.label ?? node.identifier}]\` is defined where not everyone who sees this link can see it`
      report('definition-hidden', {place: node, file, actual: node.identifier, detail})
      blank(node)
      continue
    }
    point(node, definition.node, placeAt(definition.node.url))
  }
  for (const {node, file, typed} of texts) {
    for (const [, label = ''] of typed.matchAll(/(?<!\\)\[([^[\]]+)\]/g)) {
      if (!byName.has(identifierOf(label))) continue
      const detail = `\`[${label}]\` is defined inside a container below this place, where Markdown does not look for it`
      report('definition-hidden', {place: node, file, actual: label, detail})
    }
  }
}

/** @see https://spec.commonmark.org/0.31.2/#matches */
function identifierOf(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
}

/**
 * References become links in place: they are this analysis's own objects, and nothing else refers to them.
 */
function point(
  node: LinkReference | ImageReference,
  {url, title}: Definition,
  place: LinkedPlace | undefined,
): void {
  const type = node.type === 'linkReference' ? 'link' : 'image'
  if (type === 'link' && place !== undefined)
    become(node, {type: 'crossReference', ...place, missing: 'error'})
  else become(node, {type, url, title: title ?? null})
}

function blank(node: LinkReference | ImageReference): void {
  if (node.type === 'linkReference') become(node, {type: 'span'})
  else become(node, {type: 'text', value: node.alt ?? ''})
}

function become(node: object, fields: Record<string, unknown>): void {
  for (const key of ['identifier', 'label', 'referenceType']) Reflect.deleteProperty(node, key)
  Object.assign(node, fields)
}
