import {join} from 'node:path'
import {expect, test} from 'vitest'
import {frontMatterJsonSchema} from '../../src/core/1-parse/front-matter-schema.ts'
import {configJsonSchema} from '../../src/core/config/json-schema.ts'
import {checkReportJsonSchema} from '../../src/faces/cli/reporters/json-schema.ts'
import {expectFile} from '../support/fixtures.ts'

const schemas = join(import.meta.dirname, '../../schemas')
const print = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`

test('schemas/config.json is what the configuration is checked by', async () => {
  await expectFile(print(configJsonSchema()), join(schemas, 'config.json'))
})

test('schemas/front-matter.json is what front matter is checked by', async () => {
  await expectFile(print(frontMatterJsonSchema()), join(schemas, 'front-matter.json'))
})

test('schemas/check-report.json is what `check --reporter json` is typed by', async () => {
  await expectFile(print(checkReportJsonSchema()), join(schemas, 'check-report.json'))
})

test('all say where they are from and refuse unknown keys', () => {
  for (const schema of [configJsonSchema(), frontMatterJsonSchema(), checkReportJsonSchema()]) {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
    })
  }
})
