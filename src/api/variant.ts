import {select} from '../core/3-select/select.ts'
import {number} from '../core/4-number/number.ts'
import {raiseCitations} from '../core/4-number/raise.ts'
import {groupOf} from '../core/citations/references/group-of.ts'
import type {CitationStyle, Document, Reader, Variant} from '../core/language/index.ts'

/** Select and number: the two steps that every verb begins with. Done once for all formats of a reader. */
export function variantOf(document: Document, reader: Reader, style: CitationStyle): Variant {
  const dimensions = [...reader.dimensions].flat()
  return document.cache.lru([variantOf, style, reader.audience, ...dimensions], () =>
    make(document, reader, style),
  )
}

function make(document: Document, reader: Reader, style: CitationStyle): Variant {
  const selected = select(document, reader)
  const selection = style.raised ? raiseCitations(selected) : selected
  return {selection, numbering: number(selection, style, groupOf)}
}
