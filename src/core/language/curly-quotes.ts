/** Word processors make these of straight quotes; around the value of an attribute they are none. */
const curly = /=[ \t]*[\u2018-\u201F\u00AB\u00BB]/

/** What to say of an attribute list with curly quotes; `undefined` where it has none. */
export function curlyQuotesHint(written: string): string | undefined {
  return curly.test(written)
    ? 'has curly quotes: write straight quotes, as in `{for="patient student"}`'
    : undefined
}
