import type {Definition, Link, Root} from 'mdast'
import type {Position} from 'unist'
import type {DirectiveDefinition, NamedThing} from '../directives/definition.ts'
import {
  candidatePaths,
  decodeTarget,
  type RawText,
  sliceRaw,
  splitCitations,
  type WrittenAttribute,
  type WrittenDirective,
  walk,
} from '../document/index.ts'

/** A place in a source that names something defined elsewhere. */
export interface Mention {
  readonly kind: NamedThing
  /** As written: a key, the id or wording of a term, an anchor without `#`; of a file the path, of a page alone nothing. */
  readonly name: string
  /** Of the name itself. */
  readonly place: Position
  /** Of a file, and of an anchor on another page: paths from the content root where it may be, in the order to try. */
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
    return kind === undefined ? [] : [named(kind, writtenValue(attribute, source.text), source)]
  })
  // `:term[low counts]{#neutropenia}`: the label is only words then.
  const isNamed = names?.label === undefined || byAttribute.some(({kind}) => kind === names.label)
  return isNamed || label === undefined ? byAttribute : [...inLabel(names.label, label), ...byAttribute]
}

function inLabel(kind: NamedThing, label: RawText): readonly Mention[] {
  if (kind === 'reference')
    return splitCitations(label).flatMap(({key, place}) => (key === '' ? [] : [{kind, name: key, place}]))
  const name = label.value.trim()
  const start = label.value.length - label.value.trimStart().length
  return name === '' ? [] : [{kind, name, place: sliceRaw(label, start, start + name.length)}]
}

/** Value and place of an attribute; the short form of an id has no place of its own. */
function writtenValue({value, position, valuePosition}: WrittenAttribute, text: string): RawText {
  if (valuePosition !== undefined) return {value, position: valuePosition}
  const typed = text.slice(position.start.offset, position.end.offset)
  const short = typed.startsWith('#') ? 1 : 0
  return {value, position: sliceRaw({value: typed, position}, short, typed.length)}
}

function named(kind: NamedThing, {value, position}: RawText, source: MentionSource): Mention {
  if (kind === 'anchor') return anchorAt(value.replace(/^#/, ''), value, position, source)
  if (kind !== 'file') return {kind, name: value, place: position}
  return {kind, name: value, place: position, paths: candidatePaths(source.path, value) ?? []}
}

/** `#dose`, `other.md`, `other.md#dose`. */
function linkIn(node: Link | Definition, source: MentionSource): readonly Mention[] {
  const {url, position} = node
  if (position === undefined || !/^#.|^[^#?:]+\.md(?:#|$)/i.test(url)) return []
  const typed = source.text.slice(position.start.offset, position.end.offset)
  const at = typed.lastIndexOf(url)
  if (at < 0) return [] // written with escapes or character references
  const place = sliceRaw({value: typed, position}, at, at + url.length)
  return [anchorAt(url.replace(/^#/, ''), url, place, source)]
}

/** The place of an anchor's name within the place of what leads there. */
function anchorAt(target: string, written: string, place: Position, source: MentionSource): Mention {
  const hash = written.indexOf('#')
  const isElsewhere = /^[^#?:]+\.md(?:#|$)/i.test(written)
  const page = isElsewhere ? (hash < 0 ? written : written.slice(0, hash)) : undefined
  const name = isElsewhere ? (hash < 0 ? '' : written.slice(hash + 1)) : target
  const raw = {value: written, position: place}
  return {
    kind: 'anchor',
    name: decodeTarget(name),
    place: name === '' ? place : sliceRaw(raw, written.length - name.length, written.length),
    ...(page !== undefined && {paths: candidatePaths(source.path, decodeTarget(page)) ?? []}),
  }
}
