/**
 * Match a sticky pattern at an index. The index is set before every match, so the pattern keeps nothing between calls.
 *
 * @param pattern With the flag `y`.
 */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}
