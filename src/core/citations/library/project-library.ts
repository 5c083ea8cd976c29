import {
  deepFreeze,
  type FindMarkup,
  type GlossaryEntry,
  type Message,
  type ReadFile,
  type Settings,
  type TextGroup,
} from '../../language/index.ts'
import type {OptionNames} from '../../messages/refuse-unknown.ts'
import {Reporter} from '../../messages/reporter.ts'
import {fromPlain} from '../../yaml/plain.ts'
import {readReferences} from '../references/read-references.ts'
import type {ReferenceReaders} from '../references/readers/table.ts'
import {type PlacedReference, toReferences} from '../references/to-references.ts'
import {type Entries, type FileAccess, isMap, nowhere, openFile, readEntries} from './files.ts'
import {readGlossary} from './glossary.ts'
import {plainReferences} from './plain-references.ts'
import {readVariables} from './variables.ts'

/** What a caller of `compile` may bring along, in place of the files that the configuration names. */
export interface LibraryOptions {
  /** CSL-JSON items. Default: those of the files that the configuration names. */
  readonly references?: readonly unknown[]
  /**
   * Terms by id: a definition, or `{term, definition}`, each a text or a map by audience. Default: the one
   * that the configuration gives or names.
   */
  readonly glossary?: Readonly<Record<string, unknown>>
  /**
   * Further readers of reference files by the ending of their names: `{bib: readBibtex}` of
   * `parlance-md/bibtex`. Default: none beside those of JSON, YAML, RIS and NBIB.
   */
  readonly readers?: ReferenceReaders
}

export const libraryOptions: OptionNames<LibraryOptions> = {references: true, glossary: true, readers: true}

/** What every page of a project can cite, explain and fill in: read once for all of them. */
export interface ProjectLibrary {
  /** Works of the bibliography, in the order of its files. */
  readonly references: readonly PlacedReference[]
  /** Terms by id. */
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  /** Variables by name. */
  readonly vars: ReadonlyMap<string, TextGroup>
  /** What is wrong with these files; it concerns every page. */
  readonly messages: readonly Message[]
  /** Paths of the files that were read. */
  readonly dependencies: readonly string[]
}

/**
 * Read the bibliography, the glossary and the variables of a project.
 *
 * @param findMarkup Finds what plain texts may not hold.
 * @param read Files by their path from the content root.
 * @returns A frozen library.
 */
export function openProjectLibrary(
  settings: Settings,
  findMarkup: FindMarkup,
  read: ReadFile,
  options: LibraryOptions = {},
): ProjectLibrary {
  const {report, messages} = new Reporter(settings, undefined)
  const dependencies = new Set<string>()
  const access: FileAccess = {
    path: undefined,
    read,
    readers: options.readers ?? {},
    report,
    findMarkup,
    dependencies,
  }
  const texts = {audiences: settings.audiences, report, findMarkup}
  const glossary = entriesOf(options.glossary ?? settings.glossary, 'glossary-invalid', access)
  const library: ProjectLibrary = {
    references: referencesOf(settings, options.references, access),
    glossary: firstOf(glossary.map(entries => readGlossary(entries, texts))),
    vars: firstOf(
      entriesOf(settings.vars, 'variable-invalid', access).map(entries => readVariables(entries, texts)),
    ),
    messages,
    dependencies: [...dependencies],
  }
  return deepFreeze(library)
}

function referencesOf(
  settings: Settings,
  given: readonly unknown[] | undefined,
  access: FileAccess,
): readonly PlacedReference[] {
  const kinds = kindsOf(settings)
  const {report, findMarkup, readers} = access
  const placed =
    given === undefined
      ? settings.bibliography.flatMap(named => {
          const opened = openFile(`/${named}`, undefined, undefined, access)
          return opened === undefined ? [] : readReferences(opened.text, opened.file, kinds, report, readers)
        })
      : toReferences(fromPlain(given), {locate: nowhere, path: [], file: 'references', kinds, report})
  return plainReferences(placed, findMarkup, report)
}

/** Ids of the reference groups, which a reference's `kind` may name. */
export function kindsOf(settings: Settings): readonly string[] {
  return settings.referenceGroups(settings.locale).map(({id}) => id)
}

/** Entries that a configuration gives, or whose files it names. */
export function entriesOf(
  configured: readonly string[] | Readonly<Record<string, unknown>>,
  rule: 'glossary-invalid' | 'variable-invalid',
  access: FileAccess,
): readonly Entries[] {
  if (Array.isArray(configured)) {
    return configured.flatMap((named: string) => {
      const opened = openFile(`/${named}`, undefined, undefined, access)
      return opened === undefined ? [] : [readEntries(opened, rule, access.report)]
    })
  }
  const map = fromPlain(configured)
  return isMap(map) ? [{map, locate: nowhere}] : []
}

/** Maps laid over one another: what comes first stands. */
export function firstOf<T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> {
  const all = new Map<string, T>()
  for (const map of maps) for (const [id, value] of map) if (!all.has(id)) all.set(id, value)
  return all
}
