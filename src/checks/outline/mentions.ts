import type {Definition, Link, Root} from 'mdast'
import type {Position} from 'unist'
import type {DirectiveDefinition, NamedThing} from '../../core/2-analyze/directives/definition.ts'
import {
  candidatePaths,
  decodeTarget,
  type RawText,
  sliceRaw,
  splitCitations,
  type WrittenAttribute,
  type WrittenDirective,
  walk,
  withoutEscapes,
} from '../../core/language/index.ts'

/** A place in a source that names something defined elsewhere. */
export interface Mention {
  readonly kind: NamedThing
  /** As written: a key, the id or wording of a term, an anchor without `#`, a path. */
  readonly name: string
  /** Of the name itself. */
  readonly place: Position
  /**
   * Of files and pages, and of an anchor on another page: paths from the content root where it may be, in the
   * order to try.
   */
  readonly paths?: readonly string[]
}

/** A source as it was parsed. */
export interface MentionSource {
  readonly root: Root
  readonly text: string
  /** Path from the content root. */
  readonly path: string | undefined
  readonly directives: ReadonlyMap<string, DirectiveDefinition>
}

/**
 * Everything that the text of a source names: cited works, terms, variables, places, files.
 *
 * @returns In document order.
 */
export function mentionsIn(source: MentionSource): readonly Mention[] {
  const mentions: Mention[] = []
  walk(source.root, node => {
    const {written} = node.data ?? {}
    if (written !== undefined && 'name' in node && typeof node.name === 'string')
      mentions.push(...mentionsOf(written, source.directives.get(node.name), source))
    else if (node.type === 'link' || node.type === 'definition') mentions.push(...linkIn(node, source))
  })
  return mentions
}

function mentionsOf(
  {label, attributes}: WrittenDirective,
  definition: DirectiveDefinition | undefined,
  source: MentionSource,
): readonly Mention[] {
  const {names} = definition ?? {}
  const byAttribute = attributes.flatMap(attribute => {
    const kind = names?.attributes?.[attribute.name]
    return kind === undefined ? [] : named(kind, writtenValue(attribute, source.text), source)
  })
  // `:term[low counts]{#neutropenia}`: the label is only words then.
  const isNamed = names?.label === undefined || byAttribute.some(({kind}) => kind === names.label)
  return isNamed || label === undefined ? byAttribute : [...inLabel(names.label, label), ...byAttribute]
}

function inLabel(kind: NamedThing, label: RawText): readonly Mention[] {
  if (kind === 'reference')
    return splitCitations(label).flatMap(({key, place}) => (key === '' ? [] : [{kind, name: key, place}]))
  const typed = label.value.trim()
  const start = label.value.length - label.value.trimStart().length
  const place = sliceRaw(label, start, start + typed.length)
  return typed === '' ? [] : [{kind, name: withoutEscapes(typed), place}]
}

/** Value and place of an attribute; the short form of an id has no place of its own. */
function writtenValue({value, position, valuePosition}: WrittenAttribute, text: string): RawText {
  if (valuePosition !== undefined) return {value, position: valuePosition}
  const typed = text.slice(position.start.offset, position.end.offset)
  const short = typed.startsWith('#') ? 1 : 0
  return {value, position: sliceRaw({value: typed, position}, short, typed.length)}
}

function named(kind: NamedThing, written: RawText, source: MentionSource): readonly Mention[] {
  if (kind === 'anchor') return inUrl(written, source)
  const {value: name, position: place} = written
  if (kind !== 'include') return [{kind, name, place}]
  return [{kind, name, place, paths: candidatePaths(source.path, name) ?? []}]
}

function linkIn({url, position}: Link | Definition, source: MentionSource): readonly Mention[] {
  if (position === undefined) return []
  const typed = source.text.slice(position.start.offset, position.end.offset)
  const at = typed.lastIndexOf(url)
  // written with escapes, or out of the project
  if (at < 0 || !/^#.|^[^#?:]+\.md(?:#|$)/i.test(url)) return []
  return inUrl({value: url, position: sliceRaw({value: typed, position}, at, at + url.length)}, source)
}

/** `#dose`, `dose`, `other.md`, `other.md#dose`: a page, a place on it, or both. */
function inUrl(url: RawText, source: MentionSource): readonly Mention[] {
  const [, page = '', hash = '', target = ''] = /^([^#]+\.md(?=#|$))?(#?)(.*)$/is.exec(url.value) ?? []
  const start = page.length + hash.length
  const paths = page === '' ? undefined : (candidatePaths(source.path, decodeTarget(page)) ?? [])
  const mentions: Mention[] = []
  if (paths !== undefined)
    mentions.push({kind: 'page', name: page, place: sliceRaw(url, 0, page.length), paths})
  if (target !== '') {
    const place = sliceRaw(url, start, url.value.length)
    mentions.push({kind: 'anchor', name: decodeTarget(target), place, ...(paths && {paths})})
  }
  return mentions
}
