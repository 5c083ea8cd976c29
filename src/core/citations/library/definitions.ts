import type {Position} from 'unist'
import {pointAt} from '../../language/index.ts'
import {keyPlace} from '../references/key-place.ts'
import type {PlacedReference} from '../references/to-references.ts'
import type {Entries} from './files.ts'

/** Where something that a page can name is defined. */
export interface Definition {
  /** Path from the content root; absent: the page itself. */
  readonly file?: string
  /** Where its entry begins, or its name. */
  readonly place: Position
  /** Place of its name; absent where the format of the file does not write it as such. */
  readonly name?: Position
}

/** Text of the file that a place is about; absent: the page's own. */
type TextOf = (file: string | undefined) => string | undefined

/** Where a reference is defined; the first of a key stands, as it does for readers. */
export function placeReference(
  placed: readonly PlacedReference[],
  key: string,
  textOf: TextOf,
): Definition | undefined {
  const found = placed.find(({reference}) => reference.id === key)
  if (found?.place === undefined) return undefined
  const {place, file} = found
  const text = textOf(file)
  return definition(text === undefined ? undefined : keyPlace(text, file, place, key), place, file)
}

/** Where a term or a variable is defined. */
export function placeEntry(lists: readonly Entries[], name: string, textOf: TextOf): Definition | undefined {
  const entries = lists.find(({map}) => map.has(name))
  const place = entries?.locate([name], 'key')
  if (entries === undefined || place === undefined) return undefined
  return definition(nameIn(textOf(entries.file), place, name), place, entries.file)
}

function definition(name: Position | undefined, place: Position, file: string | undefined): Definition {
  return {place: name ?? place, ...(file !== undefined && {file}), ...(name && {name})}
}

/** A key without its quotes. */
function nameIn(text: string | undefined, {start, end}: Position, name: string): Position | undefined {
  const typed = text?.slice(start.offset, end.offset)
  const at = typed?.indexOf(name) ?? -1
  if (typed === undefined || at < 0) return undefined
  return {start: pointAt(typed, start, at), end: pointAt(typed, start, at + name.length)}
}
