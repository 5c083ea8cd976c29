import type {CitationStyle, Document, Numbering, Reader, Selection} from './document/index.ts'
import {number} from './number/number.ts'
import {raiseCitations} from './number/raise.ts'
import {groupOf} from './references/group-of.ts'
import {select} from './select/select.ts'

/** What one reader gets, and its numbers. */
export interface Variant {
  readonly selection: Selection
  readonly numbering: Numbering
}

/** Select and number: the two steps that every verb begins with. */
export function variantOf(document: Document, reader: Reader, style: CitationStyle): Variant {
  const selected = select(document, reader)
  const selection = style.raised ? raiseCitations(selected) : selected
  return {selection, numbering: number(selection, style, groupOf)}
}
