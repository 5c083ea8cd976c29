import type {Position} from 'unist'
import {pointAt} from '../../language/index.ts'

/** How the formats of references write an item’s key: the text before it, and what may follow. */
const forms: readonly {readonly ending: RegExp; readonly before: string; readonly after: string}[] = [
  {ending: /\.bib$/i, before: '@\\s*\\w+\\s*[{(]\\s*', after: '(?=\\s*,)'},
  {ending: /\.ris$/i, before: '^ID {1,2}- ?', after: '(?=\\s*$)'},
  {
    ending: /\.(?:json|ya?ml|md)$/i,
    before: '(?:^|[\\s{,-])(?:id|"id"|\'id\')\\s*:\\s*["\']?',
    after: '(?=["\']|[\\s,}]|$)',
  },
]

/**
 * Place of a reference’s key where its format writes one; PubMed has none.
 *
 * @param text Text of the file.
 * @param file Its name; absent: the front matter of a page.
 * @param place Where the item begins, or the whole of it.
 */
export function keyPlace(
  text: string,
  file: string | undefined,
  place: Position,
  key: string,
): Position | undefined {
  const form = forms.find(({ending}) => ending.test(file ?? '.md'))
  if (form === undefined) return undefined
  const from = place.start.offset ?? offsetOfLine(text, place.start.line)
  const isWhole = place.end.offset !== undefined && place.end.offset > from
  const item = isWhole ? text.slice(from, place.end.offset) : text.slice(from)
  const pattern = new RegExp(
    `(${form.before})${key.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}${form.after}`,
    'm',
  )
  const found = pattern.exec(item)
  if (found === null) return undefined
  const at = from + found.index + (found[1]?.length ?? 0)
  const origin = {line: 1, column: 1, offset: 0}
  return {start: pointAt(text, origin, at), end: pointAt(text, origin, at + key.length)}
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (const [index, written] of text.split('\n').entries()) {
    if (index === line - 1) return offset
    offset += written.length + 1
  }
  return offset
}
