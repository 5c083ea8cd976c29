/**
 * Text that may go to a terminal: what an author typed could hold escape codes that move the cursor, and
 * marks that turn the direction of what follows. Tabs become two blanks, so that columns can be counted.
 *
 * @param text Of an author.
 */
export function printable(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
}
