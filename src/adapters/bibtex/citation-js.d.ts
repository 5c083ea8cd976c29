/*
 * The parts of Citation.js that are used: its reader of BibTeX text, and its mapping to CSL. They are taken
 * from below its public index, which would bring along code that fetches from the network.
 */

declare module '@citation-js/plugin-bibtex/lib-mjs/input/file.js' {
  import type {BibtexEntry} from '@citation-js/plugin-bibtex/lib-mjs/input/entries.js'

  /** @throws {Error} For the first mistake in the text. */
  export function parse(text: string): BibtexEntry[]
}

declare module '@citation-js/plugin-bibtex/lib-mjs/input/entries.js' {
  export interface BibtexEntry {
    /** In lower case. */
    readonly type: string
    readonly label: string
    /** Fields by name in lower case, as they are written. */
    readonly properties: Readonly<Record<string, string | number>>
  }

  /** Map entries to CSL-JSON items. @throws {Error} For a value that is no LaTeX. */
  export function parse(entries: readonly BibtexEntry[]): Record<string, unknown>[]
}

declare module '@citation-js/plugin-bibtex/lib-mjs/input/value.js' {
  /** A value as text, as a list of texts, or as a list of names. @throws {Error} For one that is no LaTeX. */
  export function parse(text: string, field: string): unknown
}

declare module '@citation-js/plugin-bibtex/lib-mjs/input/constants.js' {
  /** Strings that every file may use, by name: months and some journals. */
  export const defaultStrings: Readonly<Record<string, string>>
  /** Fields that BibLaTeX and BibTeX know. */
  export const fieldTypes: Readonly<Record<string, unknown>>
}

declare module '@citation-js/plugin-bibtex/lib-mjs/mapping/shared.js' {
  /** What BibLaTeX prints for the keys that `type` may hold. */
  export const TYPE_KEYS: Readonly<Record<string, string>>
}
