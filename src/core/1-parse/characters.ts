import type {Code} from 'micromark-util-types'

/** Whether a UTF-16 unit of a source, and no line ending, tab or end of it, is one of some characters. */
export function isOf(characters: RegExp, code: Code): boolean {
  return code !== null && code > 0 && characters.test(String.fromCharCode(code))
}

/** Whether a UTF-16 unit is a letter, the mark on one, or a digit. Of a surrogate pair neither half is. */
export function isWord(code: Code): boolean {
  return isOf(/[\p{L}\p{M}\p{N}]/u, code)
}
