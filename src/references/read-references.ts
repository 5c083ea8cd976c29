import type {Position} from 'unist'
import type {Report} from '../messages/reporter.ts'
import {readYaml} from '../yaml/read-yaml.ts'
import {type ReadRecord, taggedReaders} from './readers/table.ts'
import {type PlacedReference, toReferences} from './to-references.ts'

/** Formats of reference files, by the ending of their names. JSON is read as the YAML that it is. */
const readable: readonly string[] = ['json', 'yaml', 'yml', ...taggedReaders.keys()]

const bounds = {maxDepth: 16, maxNodes: 2_000_000}

/**
 * References of a file: CSL-JSON or CSL-YAML (a list, or a map with `references`), RIS, PubMed.
 *
 * @param text Its text.
 * @param file Its path, for messages and for its format.
 * @param kinds Ids of the project's reference groups.
 */
export function readReferences(
  text: string,
  file: string,
  kinds: readonly string[],
  report: Report,
): readonly PlacedReference[] {
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  if (!readable.includes(extension)) {
    const allowed = readable.map(name => `\`.${name}\``).join(', ')
    report('reference-invalid', {
      file,
      actual: file,
      detail: `References cannot be read from \`${file}\`. Allowed: ${allowed}.`,
    })
    return []
  }
  const readTagged = taggedReaders.get(extension)
  if (readTagged !== undefined) return fromRecords(readTagged(text), file, kinds, report)
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
  const place = (index: unknown): Position | undefined => {
    const line = typeof index === 'number' ? records[index]?.line : undefined
    return line === undefined ? undefined : {start: {line, column: 1}, end: {line, column: 1}}
  }
  const items = records.map(({item}) => item)
  return toReferences(items, {locate: ([index]) => place(index), path: [], file, kinds, report})
}
