import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import {
  deepFreeze,
  type Format,
  type Meta,
  type Numbering,
  type Selection,
  withoutMarkup,
} from '../language/index.ts'

/**
 * What a program wants to know of a variant; frozen. The hash is made when it is read: it takes longer than
 * the output.
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
  let hash: string | undefined
  return Object.freeze({
    title: title && withoutMarkup(title),
    description: description && withoutMarkup(description),
    audience: reader.audience,
    format,
    locale,
    updated,
    review,
    get hash(): string {
      hash ??= bytesToHex(sha256(utf8ToBytes(value)))
      return hash
    },
    toc: deepFreeze(toc),
    wordCount,
  })
}
