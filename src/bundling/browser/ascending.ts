/**
 * Numbers that mostly ascend: a table of characters is half as long as the steps between them.
 *
 * @param steps In base 36, with blanks between them; an empty one is 1.
 */
export function ascending(steps: string): number[] {
  let last = 0
  return steps.split(' ').map(step => (last += step === '' ? 1 : Number.parseInt(step, 36)))
}
