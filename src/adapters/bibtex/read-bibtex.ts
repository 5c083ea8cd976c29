import type {BibtexEntry} from '@citation-js/plugin-bibtex/lib-mjs/input/entries.js'
import {parse} from '@citation-js/plugin-bibtex/lib-mjs/input/file.js'
import type {ReadRecord} from '../../internal.ts'
import {Definitions} from './definitions.ts'
import {problemOf} from './problem-of.ts'
import {type RawEntry, splitEntries} from './split-entries.ts'
import {toItem} from './to-item.ts'
import {commandsIn} from './to-plain.ts'

/** An entry and the line where it begins. */
interface PlacedEntry {
  readonly line: number
  readonly entry: BibtexEntry
}

/**
 * Read a BibTeX or BibLaTeX bibliography: the reader for `readers: {bib: readBibtex}`. Entries are parsed one
 * by one, so that a broken one becomes a problem with its line and the others are kept.
 *
 * @param text Text of a `.bib` file.
 * @returns CSL-JSON items and problems in the order of the file. Markup of LaTeX has become plain text.
 * @see https://ctan.org/pkg/biblatex for the types and fields.
 * @example
 * import {compile} from 'parlance-md'
 * import {readBibtex} from 'parlance-md/bibtex'
 *
 * compile('---\nbibliography: works.bib\n---\n\nProven :cite[trial].', {
 *   readers: {bib: readBibtex},
 *   read: () => '@book{trial, title = {The trial}, year = 2009}',
 * })
 */
export function readBibtex(text: string): readonly ReadRecord[] {
  const definitions = new Definitions()
  const read: (PlacedEntry | ReadRecord)[] = []
  for (const raw of splitEntries(text.replace(/^\uFEFF/, ''))) {
    if (raw.type === 'preamble') continue
    for (const name of definitions.unknownIn(raw))
      read.push({
        line: raw.line,
        problem: `\`${raw.key ?? ''}\` uses the string \`${name}\`, which no \`@string\` before it defines`,
      })
    const parsed = parseEntry(raw, definitions)
    if (parsed !== undefined) read.push(parsed)
  }
  const byKey = new Map(
    read.flatMap(record => ('entry' in record ? [[record.entry.label, record.entry]] : [])),
  )
  return read.flatMap(record => ('entry' in record ? toRecords(record, byKey) : [record]))
}

/** One entry; `undefined` for a sound `@string`, which is then defined. */
function parseEntry(raw: RawEntry, definitions: Definitions): PlacedEntry | ReadRecord | undefined {
  const {line, key, type, closed, cutShort} = raw
  const failed = (problem: string, at = line): ReadRecord => ({line: at, problem})
  if (key === undefined)
    return failed(
      type === 'string'
        ? 'This `@string` has no name: write it like `@string{nejm = "N Engl J Med"}`'
        : `This \`@${type}\` has no key: write it like \`@${type}{smith2020, …}\``,
    )
  if (!closed) return failed(`The closing brace of \`${key}\` is missing`)
  if (cutShort)
    return failed(`\`${key}\` is closed before its last field: a brace too many, or one too few before it`)
  const used = definitions.usedBy(raw)
  if (used === undefined) return failed(`\`${key}\` becomes too long by the strings in it`)
  try {
    if (type === 'string') {
      const [holder] = parse(`${used}${raw.text}\n@holder{x, value = ${key}}`)
      definitions.add(key, String(holder?.properties.value ?? ''))
      return undefined
    }
    const [entry] = parse(`${used}${raw.text}`)
    return entry && {line, entry}
  } catch (error) {
    const {problem, row} = problemOf(error)
    // Definitions stand before the entry, each in one row.
    const offset = row === undefined ? 0 : Math.max(0, row - used.split('\n').length)
    return failed(`\`${key}\` cannot be read: ${problem}`, line + offset)
  }
}

function toRecords(
  {line, entry}: PlacedEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
): readonly ReadRecord[] {
  const {label, properties} = entry
  const failed = (problem: string): ReadRecord => ({line, problem})
  const family = familyOf(entry, byKey)
  if (family.length > maxFamily)
    return [
      failed(`The \`crossref\` of \`${label}\` leads in a circle, or over more than ${maxFamily} entries`),
    ]
  const crowded = ['author', 'editor', 'translator'].find(field => isCrowded(String(properties[field] ?? '')))
  if (crowded !== undefined)
    return [
      failed(
        `\`${crowded}\` of \`${label}\` has a name of more than three parts: write \`and\` between names`,
      ),
    ]
  try {
    const item = toItem(family)
    const records: ReadRecord[] = [{line, item}]
    const {crossref = ''} = properties
    if (crossref !== '' && !byKey.has(String(crossref)))
      records.push(failed(`\`${label}\` has the \`crossref\` \`${crossref}\`, which is no key in this file`))
    for (const [field, command] of commandsIn(item, Object.values(properties)))
      records.push(
        failed(
          `\`${field}\` of \`${label}\` holds \`${command}\`, which is not known here: write it as plain text`,
        ),
      )
    return records
  } catch (error) {
    const field = fieldAtFault(entry)
    const where = field === undefined ? `\`${label}\`` : `\`${field}\` of \`${label}\``
    return [failed(`${where} cannot be read: ${problemOf(error).problem}`)]
  }
}

/** More than BibLaTeX’s own uses, an entry of a volume of a set, would need. */
const maxFamily = 8

/** An entry, and those that its `crossref` leads to; more than `maxFamily` where it leads too far. */
function familyOf(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): readonly BibtexEntry[] {
  const family = [entry]
  for (let child: BibtexEntry | undefined = entry; child !== undefined && family.length <= maxFamily; ) {
    const parent = byKey.get(String(child.properties.crossref ?? ''))
    if (parent !== undefined && parent !== child) family.push(parent)
    child = parent === child ? undefined : parent
  }
  return family
}

/**
 * Whether one of some names has more than three parts between commas, of which all after the third would be
 * lost.
 */
function isCrowded(names: string): boolean {
  const outside = withoutBraces(names)
  return outside.split(/\s+and\s+/i).some(name => (name.match(/,(?=\s*\S)/g) ?? []).length > 2)
}

function withoutBraces(text: string): string {
  let depth = 0
  let outside = ''
  for (const char of text) {
    if (char === '{') depth++
    if (depth === 0) outside += char
    if (char === '}') depth--
  }
  return outside
}

/** The first field of an entry that cannot be read by itself either. */
function fieldAtFault({type, label, properties}: BibtexEntry): string | undefined {
  return Object.entries(properties).find(([name, value]) => {
    try {
      toItem([{type, label, properties: {[name]: value}}])
      return false
    } catch {
      return true // its problem has been reported
    }
  })?.[0]
}
