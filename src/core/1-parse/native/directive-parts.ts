import type {Point, Position} from 'unist'
import {matchAt, type RawText, type WrittenAttribute, type WrittenDirective} from '../../language/index.ts'
import {FallbackError} from './refusals.ts'

/** What stands behind the name of a directive. */
export interface DirectiveParts {
  readonly attributes: Record<string, string>
  /** As typed; `undefined` where there are neither braces nor words in brackets. */
  readonly written: WrittenDirective | undefined
  /** Whether brackets with nothing in them stand there. */
  readonly hasEmptyLabel: boolean
  /** Offset behind it. */
  readonly end: number
}

/** Where a directive stands. */
export interface DirectivePlace {
  readonly source: string
  /**
   * Columns before the text of the paragraph that it stands in; `undefined` where its label may not go on in
   * the next line.
   */
  readonly indentation: number | undefined
  readonly pointAt: (offset: number) => Point
}

/** `#id`, `.class`, `name="value"`, `name='value'`, `name=value`, `name`; each behind blanks. */
const attribute =
  /( *)(?:([#.])([^\s"#'.<=>`{}]+)|([\p{L}\p{N}_-][\p{L}\p{N}\p{M}_.-]*)(?:=(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s"'<=>`{}]+))|( *)(?![=\s])))(?=[ }]|(?<= )|[#.])/uy

/**
 * Read label and attributes of a directive where they are written in a plain way, by the rules of micromark's
 * extension and with the places that `writtenDirectives` keeps.
 *
 * @param start Offset behind the name.
 * @throws {FallbackError} For all that is not plain.
 * @see https://github.com/micromark/micromark-extension-directive#syntax
 */
export function readDirectiveParts(place: DirectivePlace, start: number): DirectiveParts {
  const {source} = place
  const labelEnd = source[start] === '[' ? endOfLabel(source, start) : start
  const hasEmptyLabel = labelEnd === start + 2
  const label = labelEnd > start && !hasEmptyLabel ? labelBetween(start + 1, labelEnd - 1, place) : undefined
  if (source[labelEnd] !== '{')
    return {attributes: {}, written: label && {attributes: [], label}, hasEmptyLabel, end: labelEnd}
  const {list, end} = readAttributes(labelEnd + 1, place)
  const attributes: Record<string, string> = {}
  for (const {name, value} of list)
    attributes[name] = name === 'class' && attributes.class ? `${attributes.class} ${value}` : value
  return {attributes, written: {attributes: list, ...(label && {label})}, hasEmptyLabel, end}
}

function readAttributes(
  start: number,
  place: DirectivePlace,
): {list: readonly WrittenAttribute[]; end: number} {
  const {source} = place
  const list: WrittenAttribute[] = []
  let at = start
  for (;;) {
    const found = matchAt(attribute, source, at)
    if (found === null) break
    const [whole, blanks = '', mark, shortcut, name, double, single, bare, behind = ''] = found
    const from = at + blanks.length
    at += whole.length
    const position = positionOf(from, at, place)
    if (mark !== undefined && shortcut !== undefined) {
      list.push({name: mark === '#' ? 'id' : 'class', value: plain(shortcut), position})
      continue
    }
    if (name === undefined || name === '__proto__') throw new FallbackError('name of an attribute')
    const quoted = double ?? single
    const value = plain(quoted ?? bare ?? '')
    if (value === '' && quoted === undefined && behind === '' && source[at] !== '}')
      throw new FallbackError('attribute')
    const valueEnd = quoted === undefined ? at : at - 1
    const valuePosition = positionOf(valueEnd - value.length, valueEnd, place)
    list.push({name, value, position, ...(value !== '' && {valuePosition})})
  }
  while (source[at] === ' ') at++
  if (source[at] !== '}') throw new FallbackError('attributes that are not plain')
  return {list, end: at + 1}
}

function positionOf(start: number, end: number, {pointAt}: DirectivePlace): Position {
  return {start: pointAt(start), end: pointAt(end)}
}

function plain(value: string): string {
  if (value.includes('&')) throw new FallbackError('character reference in an attribute')
  return value
}

/** Offset behind the `]` that closes the `[` at an offset. */
function endOfLabel(text: string, start: number): number {
  let balance = 0
  for (let at = start; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '[' && ++balance > 30) break
    else if (character === ']' && --balance === 0) return at + 1
  }
  throw new FallbackError('label without end')
}

/** A label as typed, without the indentation of the list items that it stands in. */
function labelBetween(start: number, end: number, place: DirectivePlace): RawText {
  const [first = '', ...others] = place.source.slice(start, end).split('\n')
  const lines = others.map(line => {
    if (place.indentation === undefined || /^ */.exec(line)?.[0].length !== place.indentation)
      throw new FallbackError('indentation in a label')
    return line.slice(place.indentation)
  })
  return {value: [first, ...lines].join('\n'), position: positionOf(start, end, place)}
}
