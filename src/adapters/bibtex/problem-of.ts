/** What the parser expects or finds, in words. */
const words: Readonly<Record<string, string>> = {
  label: 'a key',
  comma: 'a comma',
  hash: '`#`',
  equals: '`=`',
  number: 'a number',
  identifier: 'a name',
  quote: 'a quotation mark',
  lbrace: 'an opening brace',
  rbrace: 'a closing brace',
  text: 'text',
  command: 'a command',
  commandEnd: '`\\end`',
  mathShift: '`$`',
  and: '`and`',
  EOF: 'the end',
}

/**
 * What the parser says of a mistake, for authors.
 *
 * @returns A part of a sentence, and the row from 1 in the text that was parsed, where it is known.
 */
export function problemOf(error: unknown): {readonly problem: string; readonly row: number | undefined} {
  if (error instanceof RangeError) return {problem: 'its braces are nested too deeply', row: undefined}
  const message = error instanceof Error ? error.message : String(error)
  const row = /\bat line (\d+) col \d+/.exec(message)?.[1]
  const [, expected, found] = /expected "(\w+)", got "?(\w+)"?/.exec(message) ?? []
  const said = expected !== undefined && found !== undefined ? sentence(expected, found) : undefined
  return {
    problem: said ?? 'it holds a sign that cannot stand there',
    row: row === undefined ? undefined : Number(row),
  }
}

function sentence(expected: string, found: string): string {
  const after = words[found] ?? 'something else'
  // An entry goes on behind a comma, and a value may be a name, a number or a text.
  if (expected === 'rbrace') return `expected a comma or a closing brace, not ${after}`
  if (expected === 'text' && found === 'EOF')
    return 'what a brace, `$` or `\\begin` opens is not closed (a dollar sign is written `\\$`)'
  if (expected === 'lbrace') return `expected a text in braces, not ${after}`
  return `expected ${words[expected] ?? 'something else'}, not ${after}`
}
