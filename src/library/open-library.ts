import type {Position} from 'unist'
import type {GlossaryEntry, Reference, Settings, TextGroup} from '../document/index.ts'
import {collectReferences} from '../references/collect-references.ts'
import {readReferences} from '../references/read-references.ts'
import {type PlacedReference, toReferences} from '../references/to-references.ts'
import {fromPlain} from '../yaml/plain.ts'
import type {YamlReading} from '../yaml/read-yaml.ts'
import {type Entries, type FileAccess, openFile, readEntries} from './files.ts'
import {readGlossary, type TextContext} from './glossary.ts'
import {readVariables} from './variables.ts'

/** What a caller of `compile` may bring along, in place of the files that the configuration names. */
export interface LibraryOptions {
  /** CSL-JSON items. */
  readonly references?: readonly unknown[]
  /** Terms by id: a definition, or `{term, definition}`, each a text or a map by audience. */
  readonly glossary?: Readonly<Record<string, unknown>>
}

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
 * Gather references, terms and variables: the page's own first, then those of the files that it names, then the
 * project's. What comes first stands.
 */
export function openLibrary(
  front: LibraryFrontMatter,
  options: LibraryOptions,
  settings: Settings,
  access: FileAccess,
  texts: TextContext,
): Library {
  const shelf = new Shelf(front, options, settings, access)
  const own = shelf.ownReferences()
  return {
    references: collectReferences([own, shelf.namedReferences(), shelf.projectReferences()], access.report),
    ownReferences: own.map(({reference, place}) => ({key: reference.id, place})),
    glossary: firstOf(shelf.entries('glossary').map(entries => readGlossary(entries, texts))),
    vars: firstOf(shelf.entries('vars').map(entries => readVariables(entries, texts))),
  }
}

const nowhere: YamlReading['locate'] = () => undefined

class Shelf {
  readonly #front: LibraryFrontMatter
  readonly #options: LibraryOptions
  readonly #settings: Settings
  readonly #access: FileAccess
  readonly #kinds: readonly string[]

  constructor(front: LibraryFrontMatter, options: LibraryOptions, settings: Settings, access: FileAccess) {
    this.#front = front
    this.#options = options
    this.#settings = settings
    this.#access = access
    this.#kinds = settings.referenceGroups(settings.locale).map(({id}) => id)
  }

  ownReferences(): readonly PlacedReference[] {
    const {references, locate} = this.#front
    if (references === undefined) return []
    return toReferences(references, {
      locate,
      path: ['references'],
      file: undefined,
      kinds: this.#kinds,
      report: this.#access.report,
    })
  }

  namedReferences(): readonly PlacedReference[] {
    const {bibliography, locate} = this.#front
    const place = (index: number): Position | undefined => locate(['bibliography', index])
    return bibliography.flatMap((file, index) => this.#read(file, this.#access.path, place(index)))
  }

  /** A caller's references stand for the files of the configuration: a project reads those once for all pages. */
  projectReferences(): readonly PlacedReference[] {
    const {references} = this.#options
    if (references === undefined)
      return this.#settings.bibliography.flatMap(file => this.#read(`/${file}`, undefined, undefined))
    return toReferences(fromPlain(references), {
      locate: nowhere,
      path: [],
      file: 'references',
      kinds: this.#kinds,
      report: this.#access.report,
    })
  }

  #read(named: string, from: string | undefined, place: Position | undefined): readonly PlacedReference[] {
    const opened = openFile(named, from, place, this.#access)
    return opened === undefined
      ? []
      : readReferences(opened.text, opened.file, this.#kinds, this.#access.report)
  }

  /** Entries of the page and of the project, the page's first. */
  entries(what: 'glossary' | 'vars'): readonly Entries[] {
    const own = this.#front[what]
    const {locate} = this.#front
    const page = isMap(own)
      ? [{map: own, locate: ((path, key) => locate([what, ...path], key)) satisfies YamlReading['locate']}]
      : this.#files(own ?? [], what, this.#access.path)
    return [...page, ...this.#projectEntries(what)]
  }

  #projectEntries(what: 'glossary' | 'vars'): readonly Entries[] {
    const configured =
      what === 'vars' ? this.#settings.vars : (this.#options.glossary ?? this.#settings.glossary)
    if (Array.isArray(configured))
      return this.#files(
        configured.map(file => `/${file}`),
        what,
        undefined,
      )
    const map = fromPlain(configured)
    return isMap(map) ? [{map, locate: nowhere}] : []
  }

  #files(files: readonly string[], what: 'glossary' | 'vars', from: string | undefined): readonly Entries[] {
    const rule = what === 'vars' ? 'variable-invalid' : 'glossary-invalid'
    return files.flatMap((file, index) => {
      const opened = openFile(
        file,
        from,
        from === undefined ? undefined : this.#front.locate([what, index]),
        this.#access,
      )
      return opened === undefined ? [] : [readEntries(opened, rule, this.#access.report)]
    })
  }
}

function isMap(value: unknown): value is ReadonlyMap<string, unknown> {
  return value instanceof Map
}

function firstOf<T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> {
  const all = new Map<string, T>()
  for (const map of maps) for (const [id, value] of map) if (!all.has(id)) all.set(id, value)
  return all
}
