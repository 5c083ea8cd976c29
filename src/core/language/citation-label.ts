import type {Position} from 'unist'
import type {RawText} from './directive.ts'
import {sliceRaw} from './points.ts'

/**
 * A name between the brackets of a directive, as Markdown reads it: formatters put backslashes before `*` and
 * `_`.
 */
export function withoutEscapes(typed: string): string {
  return typed.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** One work of a cluster, as it was written. */
export interface WrittenCitation {
  /** Without its escapes; empty where the key is missing. */
  readonly key: string
  /** What follows the comma; empty where nothing does; absent without a comma. */
  readonly locator?: string
  /** Place of the key; of the character where it is missing. */
  readonly place: Position
  /** Place of the locator; absent without a comma. */
  readonly locatorPlace?: Position
}

/**
 * What stands between the brackets of `:cite`: works between semicolons, each with a locator behind a comma.
 * Keys are read as typed: of Markdown, escapes alone mean something inside the brackets.
 */
export function splitCitations(label: RawText): readonly WrittenCitation[] {
  const works: WrittenCitation[] = []
  let from = 0
  for (const part of label.value.split(';')) {
    const comma = part.indexOf(',')
    const typed = (comma < 0 ? part : part.slice(0, comma)).trim()
    const start = from + part.length - part.trimStart().length
    const place = sliceRaw(label, start, start + Math.max(typed.length, 1))
    const behind = part.slice(comma + 1)
    const locator = behind.trim().replace(/\s+/g, ' ')
    const first = from + part.length - behind.trimStart().length
    const locatorPlace = sliceRaw(label, first, first + Math.max(behind.trim().length, 1))
    works.push({key: withoutEscapes(typed), place, ...(comma >= 0 && {locator, locatorPlace})})
    from += part.length + 1
  }
  return works
}
