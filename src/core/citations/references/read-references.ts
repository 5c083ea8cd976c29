import type {Position} from 'unist'
import type {Report} from '../../messages/reporter.ts'
import {readYaml, type YamlPath} from '../../yaml/read-yaml.ts'
import type {ReadRecord} from './readers/read-record.ts'
import {type ReferenceReaders, taggedReaders} from './readers/table.ts'
import {type PlacedReference, toReferences} from './to-references.ts'

/** Formats of reference files, by the ending of their names. JSON is read as the YAML that it is. */
const readable: readonly string[] = ['json', 'yaml', 'yml', ...taggedReaders.keys()]

/** Readers that are brought along: what to import for the formats that are known. */
const remedies: ReadonlyMap<string, string> = new Map([
  [
    'bib',
    'BibTeX is read by `readBibtex` of `parlance-md/bibtex`: give `readers: {bib: readBibtex}`. The command line and `parlance-md/project` do so for files that are there when a project is opened.',
  ],
])

const bounds = {maxDepth: 16, maxNodes: 2_000_000}

/**
 * References of a file: CSL-JSON or CSL-YAML (a list, or a map with `references`), RIS, PubMed, and what
 * further readers read.
 *
 * @param text Its text.
 * @param file Its path, for messages and for its format.
 * @param kinds Ids of the project's reference groups.
 * @param readers Further readers; they come before the built-in ones.
 */
export function readReferences(
  text: string,
  file: string,
  kinds: readonly string[],
  report: Report,
  readers: ReferenceReaders = {},
): readonly PlacedReference[] {
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const read =
    (Object.hasOwn(readers, extension) ? readers[extension] : undefined) ?? taggedReaders.get(extension)
  if (read === undefined && !readable.includes(extension)) {
    const allowed = [...readable, ...Object.keys(readers)].map(name => `\`.${name}\``).join(', ')
    const remedy = remedies.get(extension) ?? `Allowed: ${allowed}.`
    report('reference-invalid', {
      file,
      detail: `References cannot be read from \`${file}\`. ${remedy}`,
    })
    return []
  }
  if (read !== undefined) return fromRecords(read(text), file, kinds, report)
  const {value, problems, locate} = readYaml(text, bounds)
  const language = extension === 'json' ? 'JSON' : 'YAML'
  for (const {message, position} of problems)
    report('reference-invalid', {place: position, file, detail: `Broken ${language}: ${message}`})
  if (problems.length > 0) return []
  const inMap = value instanceof Map && value.has('references')
  const items: unknown = inMap ? value.get('references') : value
  return toReferences(items ?? [], {locate, path: inMap ? ['references'] : [], file, kinds, report})
}

/** Records keep the line where they begin as their place. */
function fromRecords(
  records: readonly ReadRecord[],
  file: string,
  kinds: readonly string[],
  report: Report,
): readonly PlacedReference[] {
  if (records.length === 0)
    report('reference-invalid', {file, detail: `\`${file}\` holds no records that can be read`})
  const items: object[] = []
  const places: Position[] = []
  for (const record of records) {
    const place = {start: {line: record.line, column: 1}, end: {line: record.line, column: 1}}
    if ('problem' in record) {
      report('reference-invalid', {place, file, detail: record.problem})
      continue
    }
    items.push(record.item)
    places.push(place)
  }
  const locate = ([index]: YamlPath): Position | undefined =>
    typeof index === 'number' ? places[index] : undefined
  return toReferences(items, {locate, path: [], file, kinds, report})
}
