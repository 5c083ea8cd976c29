import type {Position} from 'unist'
import {candidatePaths, decodeUtf8, type FindMarkup, pointAt, type ReadFile} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'
import {readYaml, type YamlReading} from '../../yaml/read-yaml.ts'
import type {ReferenceReaders} from '../references/readers/table.ts'

/** How a page reads other files, and where problems with them are reported. */
export interface FileAccess {
  /** Path of the page, from the content root. */
  readonly path: string | undefined
  readonly read: ReadFile
  /** Further readers of reference files. */
  readonly readers: ReferenceReaders
  readonly report: Report
  readonly findMarkup: FindMarkup
  /** Paths of the files that were read. */
  readonly dependencies: Set<string>
}

export interface OpenedFile {
  readonly file: string
  readonly text: string
}

/** Read a file that a page or the configuration names; `undefined` after a report where there is none. */
export function openFile(
  named: string,
  from: string | undefined,
  place: Position | undefined,
  access: FileAccess,
): OpenedFile | undefined {
  const {read, report, dependencies} = access
  const candidates = candidatePaths(from, named)
  if (candidates === undefined) {
    report('include-outside', {place, actual: named, detail: `\`${named}\` leads out of the content root`})
    return undefined
  }
  for (const file of candidates) {
    const content = read(file)
    if (content === undefined) continue
    dependencies.add(file)
    const {text, invalid} = decodeUtf8(content)
    if (invalid >= 0)
      report('source-invalid', {
        place: pointAt(text, {line: 1, column: 1, offset: 0}, invalid),
        file,
        detail: 'The bytes at this place are no UTF-8 text',
      })
    return {file, text: text.replace(/^\uFEFF/, '')}
  }
  const looked = candidates.map(candidate => `\`${candidate}\``).join(' and ')
  report('file-missing', {
    place,
    actual: named,
    detail: `There is no file \`${named}\`; looked for ${looked}`,
  })
  return undefined
}

/**
 * Text of a file by its path from the content root, as places in it count; `undefined` where there is none.
 */
export function textAt(file: string, {read}: FileAccess): string | undefined {
  const content = read(file)
  return content === undefined ? undefined : decodeUtf8(content).text.replace(/^\uFEFF/, '')
}

/** Entries by id, and where they stand. */
export interface Entries {
  readonly map: ReadonlyMap<string, unknown>
  readonly locate: YamlReading['locate']
  readonly file?: string
}

const bounds = {maxDepth: 32, maxNodes: 1_000_000}

/** Read a YAML or JSON file that maps ids to entries: a glossary, variables. */
export function readEntries(
  {file, text}: OpenedFile,
  rule: 'glossary-invalid' | 'variable-invalid',
  report: Report,
): Entries {
  const {value, problems, locate} = readYaml(text, bounds)
  for (const {message, position} of problems)
    report(rule, {place: position, file, detail: `Broken YAML: ${message}`})
  if (problems.length > 0) return {map: new Map(), locate, file}
  if (value instanceof Map) return {map: value as ReadonlyMap<string, unknown>, locate, file}
  if (value !== null) report(rule, {file, detail: `\`${file}\` must be a map`})
  return {map: new Map(), locate, file}
}

/** For entries that stand in no file. */
export const nowhere: YamlReading['locate'] = () => undefined

export function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Map
}
