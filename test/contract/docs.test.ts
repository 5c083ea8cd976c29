import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {checkReadability} from '../../src/api/readability.ts'
import {configJsonSchema} from '../../src/core/config/json-schema.ts'
import {check, render} from '../../src/index.ts'
import {type Rule, type RuleId, rulePage, rules} from '../../src/internal.ts'
import {parlance} from '../support/cli.ts'
import {compileFixture, expectFile, fixtures, foldersIn} from '../support/fixtures.ts'

const docs = join(import.meta.dirname, '../../docs')

/** A text in a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** A file in a fence that is longer than any in it. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`{3,}/gm)].map(([fence]) => fence.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`
}

/** A source may hold bytes that are no text, or be made to be long. */
const canBeShown = (text: string): boolean => !/[\0\uFFFD]/.test(text) && text.split('\n').length <= 30

/**
 * The smallest case of a rule's fixtures that has a fix: the wrong source, its messages, and the right
 * source.
 */
function exampleOf(id: string): string {
  const folder = fixtures('messages', id)
  if (!existsSync(folder)) return ''
  const cases = foldersIn(folder).map(name => ({
    name,
    wrong: readFileSync(join(folder, name, 'input.md'), 'utf8'),
    said: readFileSync(join(folder, name, 'messages.txt'), 'utf8'),
    isFixed: existsSync(join(folder, name, 'right.md')),
  }))
  const shown = cases
    .filter(({wrong, said}) => canBeShown(wrong) && canBeShown(said))
    .sort((left, right) => left.wrong.length - right.wrong.length)
    .sort((left, right) => Number(right.isFixed) - Number(left.isFixed))[0]
  if (shown === undefined) return ''
  expect(shown.isFixed, `no case of ${id} has a right.md`).toBe(true)
  const right = readFileSync(join(folder, shown.name, 'right.md'), 'utf8')
  return [
    '',
    '**Wrong**',
    '',
    fenced(shown.wrong, 'markdown'),
    '',
    fenced(shown.said.replaceAll(/^input\.md /gm, ''), 'parlance'),
    '',
    '**Right**',
    '',
    fenced(right, 'markdown'),
    '',
  ].join('\n')
}

const ruleIds = Object.keys(rules) as RuleId[]

test('docs/rules.md is written from the table of rules', async () => {
  const rows = ruleIds.map(id => {
    const {severity, safety, why}: Rule = rules[id]
    return `| [\`${id}\`](rules/${id}.md) | ${severity}${safety ? ', fixed' : ''} | ${cell(why)} |`
  })
  const text = [
    '# Rules',
    '',
    'Every message names one of these rules. An error keeps the page from being published. `rules` in the',
    '[configuration](configuration.md) sets severities: `off`, `info`, `warning` or `error`; a fixed one cannot be changed,',
    'since one of the two promises rests on it.',
    '',
    'The page of a rule has an example, and under it each message with its place, severity, rule, and the readers whom it',
    'concerns. `parlance rules ID` prints it, and a server shows it at `/docs/rules/ID`. These pages are written from',
    '`src/core/messages/rules.ts` and `fixtures/messages/`.',
    '',
    '| rule | severity | why |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  await expectFile(text, join(docs, 'rules.md'))
})

test.each(ruleIds)('docs/rules/%s.md is written from the table of rules and their fixtures', async id => {
  await expectFile(`${rulePage(id)}${exampleOf(id)}`, join(docs, 'rules', `${id}.md`))
})

test('docs/rules has no other pages', () => {
  expect(readdirSync(join(docs, 'rules')).sort()).toEqual(ruleIds.map(id => `${id}.md`).sort())
})

const corrected = foldersIn(fixtures('messages')).flatMap(id =>
  foldersIn(fixtures('messages', id))
    .filter(name => existsSync(fixtures('messages', id, name, 'right.md')))
    .map(name => [id, name] as const),
)

test.each(corrected)('what docs/rules calls right for %s (%s) is', (id, name) => {
  const folder = fixtures('messages', id, name)
  const document = compileFixture(folder, 'right.md')
  const found = [
    ...check(document, {further: {readability: checkReadability(document)}}).messages,
    ...document.audiences.flatMap(audience => render(document, {audience}).messages),
  ]
  expect(found.filter(({fatal, ruleId}) => fatal === true || ruleId === id).map(String)).toEqual([])
})

test('docs/cli.md is what `--help` says', async () => {
  const help = async (args: readonly string[]): Promise<string> =>
    (await parlance([...args, '--help'], {env: {COLUMNS: '100'}})).stdout
  const main = await help([])
  const commandsIn = (text: string): readonly string[] =>
    [...(text.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+) .*$/gm)]
      .map(([, name = '']) => name)
      .filter(name => name !== 'help')
  const commands: (readonly string[])[] = []
  for (const name of commandsIn(main))
    commands.push([name], ...commandsIn(await help([name])).map(below => [name, below]))
  expect(commands).toContainEqual(['render'])
  const sections: string[] = []
  for (const names of commands)
    sections.push('', `## \`parlance ${names.join(' ')}\``, '', fenced(await help(names), 'text'))
  const text = [
    '# Command line',
    '',
    'What programs read is on standard output, all else on standard error. Exit status: 0 done, 1 the content has errors, 2',
    'wrong usage or configuration, 70 a bug of Parlance, 130 interrupted. An unknown option or audience is exit 2 with a “did',
    'you mean”. This page is what `--help` prints.',
    '',
    fenced(main, 'text'),
    ...sections,
    '',
  ].join('\n')
  await expectFile(text, join(docs, 'cli.md'))
})

interface Schema {
  readonly description?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly string[]
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(value => `\`${value}\``).join(', ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeOf))].join(', or ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
  if (schema.type === 'string') return 'text'
  if (schema.type === 'integer') return 'number'
  if (schema.type === 'boolean') return '`true` or `false`'
  return schema.type === 'object' ? 'map' : 'anything'
}

/** Rows of a schema and of the maps below it, by their path. */
function rowsOf(schema: Schema, path: string): readonly string[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    expect(value.description, `${name} has no description`).toBeTruthy()
    return [
      `| \`${name}\` | ${cell(typeOf(value))} | ${cell(value.description ?? '')} |`,
      ...rowsOf(value, name),
    ]
  })
  const {additionalProperties: values, items, anyOf = []} = schema
  return [
    ...own,
    ...(typeof values === 'object' && path !== 'rules' ? rowsOf(values, `${path}.*`) : []),
    ...(items ? rowsOf(items, `${path}[]`) : []),
    ...anyOf.flatMap(option => rowsOf(option, path)),
  ]
}

test('docs/configuration.md lists every key', async () => {
  const text = [
    '# Configuration',
    '',
    '`parlance.config.ts`, `.js`, `.mjs`, `.json`, `.yaml` or `.yml` in the project’s folder, or the file that `--config`',
    'names. Every key may be left out. Paths start at the folder of the file. In TypeScript, `defineConfig` makes a mistyped',
    'audience a type error:',
    '',
    '```ts',
    "import {defineConfig} from 'parlance-md'",
    '',
    "export default defineConfig({citationStyle: 'numeric', defaultAudience: 'patient'})",
    '```',
    '',
    'For editors, `schemas/config.json` and `schemas/front-matter.json` describe the same as JSON Schemas. This page is',
    'written from the schema that configurations are checked by. `*` stands for a name that you choose, `[]` for each item of',
    'a list.',
    '',
    '| key | value | meaning |',
    '| --- | --- | --- |',
    ...rowsOf(configJsonSchema() as Schema, '').filter(row => !row.includes('`$schema`')),
    '',
  ].join('\n')
  await expectFile(text, join(docs, 'configuration.md'))
})
