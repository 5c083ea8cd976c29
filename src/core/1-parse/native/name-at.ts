import {matchAt} from '../../language/index.ts'

/** micromark reads UTF-16 units, of which half a surrogate pair is neither punctuation nor blank. */
const name = /(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}])(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}]|[-_])*/uy

/** The name of a directive at an index; `undefined` where none stands there. */
export function nameAt(text: string, index: number): string | undefined {
  const found = matchAt(name, text, index)?.[0]
  return found === undefined || /[-_]$/.test(found) ? undefined : found
}

const opened = /(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10FFFF}]|[-_])+(?=\{|\[(?!\^))/uy

/** What stands at an index right before `[` or `{`, be it a name or not; `[^` calls a footnote. */
export function openedName(text: string, index: number): string | undefined {
  return matchAt(opened, text, index)?.[0]
}
