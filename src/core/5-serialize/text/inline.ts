/** Text for a line: line endings and tabs of the source are blanks, and a run of blanks is one. */
export function inline(value: string): string {
  return value.replace(/[\t\n\r ]+/g, ' ')
}
