/** A file's content as text. */
export interface DecodedText {
  readonly text: string
  /** Offset in `text` of the first character that stands for bytes which are no UTF-8; -1 where all are. */
  readonly invalid: number
}

/**
 * Decode UTF-8 as it is, a byte order mark included.
 *
 * @param value Bytes, or text that has been decoded already.
 */
export function decodeUtf8(value: string | Uint8Array): DecodedText {
  if (typeof value === 'string') return {text: value, invalid: -1}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(value), invalid: -1}
  } catch {
    // The only error of a decoder that has bytes: some of them are no UTF-8.
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(value)
    return {text, invalid: text.indexOf('\uFFFD')}
  }
}

/** Text of another file as the host has it: decoded, or as bytes so that broken ones can be reported. */
export type ReadFile = (path: string) => string | Uint8Array | undefined
