import {fieldTypes} from '@citation-js/plugin-bibtex/lib-mjs/input/constants.js'
import {type BibtexEntry, parse} from '@citation-js/plugin-bibtex/lib-mjs/input/entries.js'
import {parse as parseValue} from '@citation-js/plugin-bibtex/lib-mjs/input/value.js'
import {TYPE_KEYS} from '@citation-js/plugin-bibtex/lib-mjs/mapping/shared.js'
import {eprintOf} from './eprint-of.ts'
import {prepareLatex} from './prepare-latex.ts'
import {toPlain} from './to-plain.ts'

type Item = Record<string, unknown>

/** Fields that no citation shows. They are not even parsed, so that nothing in them can be wrong. */
const dropped = new Set([
  ...['abstract', 'annotation', 'annote', 'file', 'pdf', 'keywords', 'library', 'execute', 'options', 'ids'],
  ...['related', 'relatedoptions', 'relatedstring', 'relatedtype', 'entryset', 'xdata', 'xref'],
  ...['eprint', 'eprinttype', 'archiveprefix', 'primaryclass', 'eprintclass'], // read by `eprintOf`
])

/**
 * An entry as a CSL-JSON item.
 *
 * @param family The entry, and after it those that its `crossref` leads to, from which it takes what it
 * lacks.
 * @throws {Error} For a value that is no LaTeX.
 */
export function toItem(family: readonly BibtexEntry[]): Item {
  const [item = {}] = parse(family.map(readable).map(withAuthor))
  const [entry] = family
  const properties = entry === undefined ? {} : entry.properties
  const plain: Item = {}
  for (const [name, value] of Object.entries({...item, ...leftOver(item, properties)})) {
    const kept = name === 'citation-key' ? undefined : plainValue(name, value)
    if (kept !== undefined) plain[name] = kept
  }
  return {type: 'document', ...eprintOf(properties, plain.DOI !== undefined), ...plain}
}

/**
 * Stands for the author of an entry without one: the mapping fails where a part borrows from such a book. It
 * is dropped again.
 */
const noAuthor = '\uE000'

function withAuthor(entry: BibtexEntry, place: number): BibtexEntry {
  const {author = noAuthor} = entry.properties
  return place === 0 ? entry : {...entry, properties: {...entry.properties, author}}
}

/** The fields of an entry that are used, in a form that the mapping takes. */
function readable({type, label, properties}: BibtexEntry): BibtexEntry {
  const known = Object.entries(properties).filter(([name]) => {
    return (Object.hasOwn(fieldTypes, name) || name === 'day') && !dropped.has(name)
  })
  return {
    type,
    label,
    properties: Object.fromEntries(known.map(([name, value]) => [name, prepared(name, value)])),
  }
}

function prepared(name: string, value: string | number): string | number {
  if (typeof value === 'number') return value
  if (name === 'doi' || name === 'url') return unescaped(value)
  return name === 'howpublished' ? prepareLatex(unescaped(value)) : prepareLatex(value)
}

/**
 * DOIs and URLs are read as they stand, but some tools escape signs in them: `10.1007/978-3\_1`, `\url{…}`.
 */
function unescaped(value: string): string {
  const bare = /^\s*\\(?:url|path)\{([^{}]*)\}\s*$/.exec(value)?.[1] ?? value
  if (!/^\s*(?:https?:|doi:|10\.)/i.test(bare)) return value
  return bare
    .replace(/\{?\\textless\}?(?:\{\})?/g, '<')
    .replace(/\{?\\textgreater\}?(?:\{\})?/g, '>')
    .replace(/\{?\\([_%&#$~])\}?/g, '$1')
    .trim()
}

/** Fields that the mapping has no place for in an entry of this type. */
function leftOver(item: Item, properties: BibtexEntry['properties']): Item {
  const value = (field: string): unknown =>
    properties[field] === undefined ? undefined : parseValue(prepareLatex(String(properties[field])), field)
  const found: Item = {}
  if (item['container-title'] === undefined) found['container-title'] = value('journaltitle')
  if (item['container-title-short'] === undefined) found['container-title-short'] = value('shortjournal')
  if (item.issue === undefined) found.issue = value('issue')
  if (['issue', 'number', 'collection-number'].every(name => item[name] === undefined))
    found.number = value('number')
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined))
}

function plainValue(name: string, value: unknown): unknown {
  if (typeof value === 'string') {
    if (name === 'URL' || name === 'DOI') return value
    const text = toPlain(
      name === 'genre' && Object.hasOwn(TYPE_KEYS, value) ? (TYPE_KEYS[value] ?? value) : value,
    )
    if (name === 'PMCID') return text.replace(/^(?=\d+$)/, 'PMC')
    return text === '' ? undefined : name === 'page' ? text.replace(/\s*[-–—]+\s*/g, '-') : text
  }
  if (Array.isArray(value)) {
    // A list of publishers or places was one text with `and` in it.
    if (value.every(part => typeof part === 'string')) return toPlain(value.join(' and '))
    const names = value.flatMap(nameOf)
    return names.length === 0 ? undefined : names
  }
  return typeof value === 'object' && value !== null ? dateOf(value) : undefined
}

function nameOf(name: object): readonly Record<string, string>[] {
  const parts = ['family', 'given', 'suffix', 'non-dropping-particle', 'literal'].flatMap(part => {
    const text: unknown = Reflect.get(name, part)
    const plain = typeof text === 'string' ? toPlain(text) : ''
    return plain === '' ? [] : [[part, plain] as const]
  })
  const [[part, text] = ['', '']] = parts
  if (text === noAuthor) return []
  if (parts.length === 1 && part === 'family') {
    if (text === 'others') return [{literal: 'et al'}]
    if (text.includes(' ')) return [{literal: text}]
  }
  return parts.length === 0 ? [] : [Object.fromEntries(parts)]
}

/** A date without what is no number: an open range, the month `June/July`. */
function dateOf(date: object): object | undefined {
  const given: unknown = Reflect.get(date, 'date-parts')
  if (!Array.isArray(given)) {
    const literal: unknown = Reflect.get(date, 'literal')
    return typeof literal === 'string' ? {literal: toPlain(literal)} : undefined
  }
  const parts = given.filter(Array.isArray).map(([year, month, day]) => {
    if (!isWithin(month, 1, 12)) return [year]
    return isWithin(day, 1, 31) ? [year, month, day] : [year, month]
  })
  const sound = parts.filter(([year]) => Number.isInteger(year))
  return sound.length === 0 ? undefined : {'date-parts': sound}
}

function isWithin(value: unknown, from: number, to: number): boolean {
  return Number.isInteger(value) && Number(value) >= from && Number(value) <= to
}
