import {FallbackError} from './refusals.ts'

/** A comment, or a tag whose attributes are all in double quotes. */
const plainTag = /^<(?:!-- [^-<>]* --|\/[a-z][a-z0-9]*|[a-z][a-z0-9]*(?: [a-z-]+="[^"<>]*")*)>$/i

/** @throws {FallbackError} For a tag within running text that is written in an unusual way. */
export function assertPlainTag(value: unknown): void {
  if (typeof value !== 'string' || !plainTag.test(value)) throw new FallbackError('tag that is not plain')
}

/**
 * Where HTML stands in another block, or right beside one, the parsers disagree on which holds it and where
 * it ends.
 *
 * @param start Offset of a block of HTML in the source, and its end.
 * @throws {FallbackError} Where there is no blank line, nor an end of the source, before and behind it.
 */
export function assertAlone(source: string, start: number, end: number): void {
  const isAlone =
    (start === 0 || /\n[ \t]*\r?\n$/.test(source.slice(Math.max(0, start - 80), start))) &&
    /^(?:\r?\n[ \t]*(?:\r?\n|$)|$)/.test(source.slice(end))
  if (!isAlone) throw new FallbackError('HTML beside another block')
}
