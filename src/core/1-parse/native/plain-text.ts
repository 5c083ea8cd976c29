import {joint} from './mask.ts'
import {FallbackError} from './refusals.ts'

/** What would begin a text directive. */
export const directiveOpening = /:[^\s\p{P}\p{S}](?:[^\s\p{P}\p{S}]|[-_])*[[{]/u

/** What the reference parser may take for more than text. */
const unsupported: readonly {readonly what: string; readonly pattern: RegExp}[] = [
  // The native parser overlooks directives behind a backtick that has no partner.
  {what: 'directive in a text', pattern: directiveOpening},
  {what: 'indentation in a label', pattern: new RegExp(`${joint}{2}$`)},
  {what: 'backslash at the end of a line', pattern: /\\(?:\n|$)/},
  {what: 'brackets that are no link', pattern: /\][([]/},
  {what: 'tag that is none', pattern: /<[a-z/!?]/i},
  {what: 'delimiter row without a table', pattern: /^[ \t]*(?=[^\n]*[|:])(?=[^\n]*-)[|: \t-]+$/m},
]

/**
 * @param value Of a text that the native parser found.
 * @throws {FallbackError} Where it may be more than text.
 */
export function assertPlainText(value: string): void {
  for (const {what, pattern} of unsupported) if (pattern.test(value)) throw new FallbackError(what)
}
