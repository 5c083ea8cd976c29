import type {Position} from 'unist'
import type {RawText} from './directive.ts'
import {sliceRaw} from './points.ts'

/** One work of a cluster, as it was written. */
export interface WrittenCitation {
  /** Empty where the key is missing. */
  readonly key: string
  /** What follows the comma; empty where nothing does; absent without a comma. */
  readonly locator?: string
  /** Place of the key; of the character where it is missing. */
  readonly place: Position
  /** Place of the locator; absent without a comma. */
  readonly locatorPlace?: Position
}

/**
 * What stands between the brackets of `:cite`: works between semicolons, each with a locator behind a comma. Keys are
 * read as typed: Markdown inside the brackets means nothing.
 */
export function splitCitations(label: RawText): readonly WrittenCitation[] {
  const works: WrittenCitation[] = []
  let from = 0
  for (const part of label.value.split(';')) {
    const comma = part.indexOf(',')
    const key = (comma < 0 ? part : part.slice(0, comma)).trim()
    const start = from + part.length - part.trimStart().length
    const place = sliceRaw(label, start, start + Math.max(key.length, 1))
    const behind = part.slice(comma + 1)
    const locator = behind.trim().replace(/\s+/g, ' ')
    const first = from + part.length - behind.trimStart().length
    const locatorPlace = sliceRaw(label, first, first + Math.max(behind.trim().length, 1))
    works.push({key, place, ...(comma >= 0 && {locator, locatorPlace})})
    from += part.length + 1
  }
  return works
}
