import {join} from 'node:path'
import {expect, test} from 'vitest'
import {configJsonSchema} from '../src/config/json-schema.ts'
import {rules} from '../src/index.ts'
import {expectFile} from './support/fixtures.ts'

const docs = join(import.meta.dirname, '../docs')

/** A text in a cell of a Markdown table. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

test('docs/rules.md lists the table of rules', async () => {
  const sections = Object.entries(rules).map(([id, {severity, safety, text, note}]) => {
    const fixed = safety ? ' A project cannot change it: one of the two promises rests on it.' : ''
    const message = text === '{detail}' ? [] : [`Says: ${text.replace(/\{(\w+)\}/g, '‹$1›')}`, '']
    return [
      `## \`${id}\``,
      '',
      `Severity: **${severity}**.${fixed}`,
      '',
      ...message,
      note,
      '',
      ...(['slug-taken', 'leak', 'variant-stale', 'citation-locator-dropped'].includes(id)
        ? []
        : [`Examples: [fixtures/messages/${id}](../fixtures/messages/${id})`]),
    ].join('\n')
  })
  const head = [
    '# Rules',
    '',
    'Every message has one of these ids. `rules` in the [configuration](configuration.md) sets severities: `off`, `info`, `warning` or `error`.',
    'An error keeps the page from being published. This page is written from `src/messages/rules.ts`.',
  ].join('\n')
  await expectFile(`${[head, ...sections].join('\n\n')}\n`, join(docs, 'rules.md'))
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
    '`parlance.config.ts`, `.js`, `.mjs`, `.json`, `.yaml` or `.yml` in the project’s folder, or the file that `--config` names. Every key may be left out.',
    'Paths start at the folder of the file. In TypeScript, `defineConfig` makes a mistyped audience a type error:',
    '',
    '```ts',
    "import {defineConfig} from 'parlance'",
    '',
    "export default defineConfig({citationStyle: 'numeric', defaultAudience: 'patient'})",
    '```',
    '',
    'For editors, `schemas/config.json` and `schemas/front-matter.json` describe the same as JSON Schemas. This page is written from the schema that configurations are checked by.',
    '`*` stands for a name of yours, `[]` for each item of a list.',
    '',
    '| key | value | meaning |',
    '| --- | --- | --- |',
    ...rowsOf(configJsonSchema() as Schema, '').filter(row => !row.includes('`$schema`')),
    '',
  ].join('\n')
  await expectFile(text, join(docs, 'configuration.md'))
})
