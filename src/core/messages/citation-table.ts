import type {Document} from '../language/document.ts'

/** One cited work and its number for each kind of reader. */
export interface CitationRow {
  readonly key: string
  /**
   * By audience, further dimensions in brackets behind it; `undefined` where these readers do not get it
   * cited.
   */
  readonly numbers: ReadonlyMap<string, number | undefined>
}

/**
 * The numbers of a page across its variants, a row a work in source order. It is for authors and publishers:
 * no variant holds the numbers of another.
 *
 * @param numbers Numbers by key of each kind of reader, by a name for people.
 */
export function citationTable(
  document: Document,
  numbers: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly CitationRow[] {
  return [...document.cited.keys()].map(key => ({
    key,
    numbers: new Map([...numbers].map(([reader, byKey]) => [reader, byKey.get(key)])),
  }))
}
