import type {CitationStyle, Document, Reader, Variant} from './document/index.ts'
import {number} from './number/number.ts'
import {raiseCitations} from './number/raise.ts'
import {groupOf} from './references/group-of.ts'
import {select} from './select/select.ts'

/** Select and number: the two steps that every verb begins with. Done once for all formats of a reader. */
export function variantOf(document: Document, reader: Reader, style: CitationStyle): Variant {
  const dimensions = [...reader.dimensions].flat()
  return document.memory.recall([variantOf, style, reader.audience, ...dimensions], () =>
    make(document, reader, style),
  )
}

function make(document: Document, reader: Reader, style: CitationStyle): Variant {
  const selected = select(document, reader)
  const selection = style.raised ? raiseCitations(selected) : selected
  return {selection, numbering: number(selection, style, groupOf)}
}
