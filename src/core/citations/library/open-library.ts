import type {Position} from 'unist'
import type {GlossaryEntry, Reference, Settings, TextGroup} from '../../language/index.ts'
import type {YamlReading} from '../../yaml/read-yaml.ts'
import {collectReferences} from '../references/collect-references.ts'
import {readReferences} from '../references/read-references.ts'
import {type PlacedReference, toReferences} from '../references/to-references.ts'
import {type Definition, placeEntry, placeReference} from './definitions.ts'
import {type Entries, type FileAccess, isMap, openFile, readEntries, textAt} from './files.ts'
import {readGlossary, type TextContext} from './glossary.ts'
import {plainReferences} from './plain-references.ts'
import {entriesOf, firstOf, kindsOf, type ProjectLibrary} from './project-library.ts'
import {readVariables} from './variables.ts'

/** What the front matter says of references, terms and variables. */
export interface LibraryFrontMatter {
  readonly references?: unknown
  readonly bibliography: readonly string[]
  readonly glossary?: readonly string[] | ReadonlyMap<string, unknown>
  readonly vars?: readonly string[] | ReadonlyMap<string, unknown>
  readonly locate: YamlReading['locate']
}

/** What a page can cite, explain and fill in. */
export interface Library {
  readonly references: ReadonlyMap<string, Reference>
  readonly ownReferences: readonly {readonly key: string; readonly place: Position | undefined}[]
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  readonly vars: ReadonlyMap<string, TextGroup>
}

/**
 * Gather references, terms and variables: the page's own first, then those of the files that it names, then
 * the project's. What comes first stands.
 */
export function openLibrary(
  front: LibraryFrontMatter,
  project: ProjectLibrary,
  settings: Settings,
  access: FileAccess,
  texts: TextContext,
): Library {
  const libraryFiles = new LibraryFiles(front, kindsOf(settings), access)
  const own = libraryFiles.ownReferences()
  const glossary = libraryFiles.entries('glossary').map(entries => readGlossary(entries, texts))
  const vars = libraryFiles.entries('vars').map(entries => readVariables(entries, texts))
  return {
    references: collectReferences([own, libraryFiles.namedReferences(), project.references], access.report),
    ownReferences: own.map(({reference, place}) => ({key: reference.id, place})),
    glossary: firstOf([...glossary, project.glossary]),
    vars: firstOf([...vars, project.vars]),
  }
}

/**
 * Where something that a page can name is defined: in its front matter, in a file that this names, or in one
 * of the project's.
 *
 * @param kind Which of the lists it stands in.
 * @param text Of the page.
 */
export function findInLibrary(
  kind: 'references' | 'glossary' | 'vars',
  name: string,
  text: string,
  front: LibraryFrontMatter,
  project: ProjectLibrary,
  settings: Settings,
  access: FileAccess,
): Definition | undefined {
  const libraryFiles = new LibraryFiles(front, kindsOf(settings), access)
  const textOf = (file: string | undefined): string | undefined =>
    file === undefined ? text : textAt(file, access)
  if (kind === 'references') {
    const placed = [...libraryFiles.ownReferences(), ...libraryFiles.namedReferences(), ...project.references]
    return placeReference(placed, name, textOf)
  }
  const configured =
    kind === 'vars'
      ? entriesOf(settings.vars, 'variable-invalid', access)
      : entriesOf(settings.glossary, 'glossary-invalid', access)
  return placeEntry([...libraryFiles.entries(kind), ...configured], name, textOf)
}

class LibraryFiles {
  readonly #front: LibraryFrontMatter
  readonly #kinds: readonly string[]
  readonly #access: FileAccess

  constructor(front: LibraryFrontMatter, kinds: readonly string[], access: FileAccess) {
    this.#front = front
    this.#kinds = kinds
    this.#access = access
  }

  ownReferences(): readonly PlacedReference[] {
    const {references, locate} = this.#front
    if (references === undefined) return []
    const {report, findMarkup} = this.#access
    const placed = toReferences(references, {
      locate,
      path: ['references'],
      file: undefined,
      kinds: this.#kinds,
      report,
    })
    return plainReferences(placed, findMarkup, report)
  }

  namedReferences(): readonly PlacedReference[] {
    const {bibliography, locate} = this.#front
    const {report, findMarkup, readers, path} = this.#access
    return bibliography.flatMap((named, index) => {
      const opened = openFile(named, path, locate(['bibliography', index]), this.#access)
      if (opened === undefined) return []
      const placed = readReferences(opened.text, opened.file, this.#kinds, report, readers)
      return plainReferences(placed, findMarkup, report)
    })
  }

  /** Entries of the page: given in its front matter, or in files that this names. */
  entries(what: 'glossary' | 'vars'): readonly Entries[] {
    const own = this.#front[what] ?? []
    const {locate} = this.#front
    if (isMap(own)) return [{map: own, locate: (path, key) => locate([what, ...path], key)}]
    const rule = what === 'vars' ? 'variable-invalid' : 'glossary-invalid'
    return own.flatMap((named, index) => {
      const opened = openFile(named, this.#access.path, locate([what, index]), this.#access)
      return opened === undefined ? [] : [readEntries(opened, rule, this.#access.report)]
    })
  }
}
