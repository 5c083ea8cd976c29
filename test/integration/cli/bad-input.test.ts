import {expect, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {folderWith} from '../../support/temporary.ts'

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)

/**
 * Whatever stands in a page: a message with its place, or the whole text; never a stack trace, never half a
 * text.
 */
test.each<[string, string | Uint8Array, {status: number; stdout?: string; stderr?: RegExp}]>([
  [
    'an unknown audience',
    ':::only{for=nobody}\nx\n:::',
    {status: 1, stderr: /1:13 error Unknown audience `nobody`/},
  ],
  ['an unknown key', '---\nfoo: 1\n---\n', {status: 1, stderr: /2:1 error Unknown front matter key `foo`/}],
  ['an unknown directive', ':foo[x]', {status: 1, stderr: /1:1 error Unknown directive `foo`/}],
  [
    'an unknown attribute',
    ':::note{foo=x}\nx\n:::',
    {status: 1, stderr: /1:9 error `note` has no attribute `foo`/},
  ],
  ['an unknown term', ':term[foo]', {status: 1, stderr: /1:7 error Unknown glossary term `foo`/}],
  ['an unknown variable', ':var[foo]', {status: 1, stderr: /1:6 error Unknown variable `foo`/}],
  [
    'an unknown include',
    '::include{file=foo.md}',
    {status: 1, stderr: /1:1 error There is no file `foo.md`/},
  ],
  ['an unknown reference', ':cite[foo]', {status: 1, stderr: /1:7 error Unknown reference `foo`/}],
  ['broken YAML', '---\na: [\n---\n\nText.', {status: 1, stderr: /error Broken YAML/}],
  [
    'an open front matter',
    '---\ntitle: x\n\nText.',
    {status: 1, stdout: '', stderr: /1:1\S* error These lines look like front matter, but are text/},
  ],
  ['an empty file', '', {status: 0, stdout: ''}],
  ['only front matter', '---\ntitle: x\n---\n', {status: 0, stdout: ''}],
  ['blanks', ' \n\t\n', {status: 0, stdout: ''}],
  [
    'one megabyte',
    'word '.repeat(210_000),
    {status: 1, stderr: /1:1 error The source has 1050000 bytes; at most 524288/},
  ],
  ['CRLF', '---\r\ntitle: x\r\n---\r\n\r\n:::patient\r\nText.\r\n:::\r\n', {status: 0, stdout: 'Text.\n'}],
  ['CR', ':::patient\rText.\r:::\r', {status: 0, stdout: 'Text.\n'}],
  ['a byte order mark', '\uFEFF---\ntitle: x\n---\n\nText.', {status: 0, stdout: 'Text.\n'}],
  ['tabs', '-\tone\n\n\ttwo\n', {status: 0, stdout: '- one\n\n  two\n'}],
  ['NUL', 'a\0b', {status: 1, stderr: /1:2 error The character U\+0000/}],
  [
    'invalid UTF-8',
    bytes(0x61, 0x0a, 0x62, 0xff, 0x63),
    {status: 1, stderr: /2:2 error The bytes at this place are no UTF-8/},
  ],
  [
    'an encoded surrogate',
    bytes(0x61, 0xed, 0xa0, 0x80),
    {status: 1, stderr: /1:2 error The bytes at this place are no UTF-8/},
  ],
  [
    'UTF-16',
    bytes(0xff, 0xfe, 0x61, 0x00),
    {status: 1, stderr: /error The bytes at this place are no UTF-8/},
  ],
  [
    'deep quotes',
    `${'> '.repeat(5000)}x`,
    {status: 1, stderr: /error More than 100 quotes, lists or containers/},
  ],
  [
    'a missing reference file',
    '---\nbibliography: none.json\n---\n',
    {status: 1, stderr: /2:15 error There is no file `none.json`/},
  ],
])('%s', async (_, source, {status, stdout, stderr}) => {
  const cwd = folderWith({'page.md': source})
  const run = await parlance(['render', 'page.md', '-a', 'patient', '-f', 'text'], {cwd})
  expect(run.stderr).not.toMatch(/\n\s+at |bug in parlance/)
  if (stderr === undefined) expect(run.stderr).toBe('')
  else expect(firstLines(run.stderr)).toMatch(stderr)
  expect(run).toMatchObject({status, stdout: stdout ?? ''})
})

test.each<[string, string, string, RegExp]>([
  [
    'a typo',
    'parlance.config.json',
    '{"audience": []}',
    /`audience`: unknown key: did you mean `audiences`\?/,
  ],
  ['broken JSON', 'parlance.config.json', '{"a": ', /parlance\.config/],
  ['broken YAML', 'parlance.config.yaml', 'a: [', /parlance\.config/],
  ['TypeScript that throws', 'parlance.config.ts', 'throw new Error("no")', /parlance\.config[\s\S]*no/],
  ['TypeScript that is none', 'parlance.config.ts', 'export default {', /parlance\.config/],
])('a configuration with %s is exit 2', async (_, name, text, stderr) => {
  const cwd = folderWith({[name]: text, 'page.md': 'Text.'})
  const run = await parlance(['render', 'page.md', '-a', 'patient'], {cwd})
  expect(run.stderr).toMatch(stderr)
  expect(run.stderr).not.toMatch(/\n\s+at |bug in parlance/)
  expect(run).toMatchObject({status: 2, stdout: ''})
})

test.each(['ts', 'js', 'mjs', 'json', 'yaml', 'yml'])('a configuration may be .%s', async extension => {
  const data = '{"audiences": [{"id": "nurse", "label": "N"}]}'
  const module = `export default ${data}`
  const text = extension === 'json' ? data : extension.startsWith('y') ? data : module
  const cwd = folderWith({[`parlance.config.${extension}`]: text, 'page.md': 'Text.'})
  expect(await parlance(['render', 'page.md', '-a', 'nurse', '-f', 'text'], {cwd})).toEqual({
    status: 0,
    stdout: 'Text.\n',
    stderr: '',
  })
})

/** `1:13 error Unknown audience …`: places, severities and first sentences of a report. */
function firstLines(report: string): string {
  return report
    .replace(/^ {2}page\.md:(\d+:\d+) {2}(\w+) .*\n\s+/gm, '$1 $2 ')
    .replace(/^ {2}page\.md {2}(\w+) .*\n\s+/gm, '$1 ')
}
