import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import type {Format, Meta, Numbering, Selection} from '../document/index.ts'

/**
 * What a program wants to know of a variant.
 *
 * @param value The output that `hash` is of.
 */
export function describeVariant(
  selection: Selection,
  numbering: Numbering,
  format: Format,
  value: string,
): Meta {
  const {document, reader, title, description} = selection
  const {locale, updated, review} = document
  const {toc, wordCount} = numbering
  const hash = bytesToHex(sha256(utf8ToBytes(value)))
  return {
    title,
    description,
    audience: reader.audience,
    format,
    locale,
    updated,
    review,
    hash,
    toc,
    wordCount,
  }
}
