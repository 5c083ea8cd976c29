import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {importDita, importLiquid} from '../../../../src/adapters/import/index.ts'
import {compile, type JsonMessage, resolveConfig} from '../../../../src/index.ts'
import {expectFile, fixtures, foldersIn} from '../../../support/fixtures.ts'

interface Options {
  readonly names?: Readonly<Record<string, readonly string[]>>
  readonly ditavals?: Readonly<Record<string, string>>
}

function importFixture(folder: string) {
  const json = (name: string): Record<string, unknown> =>
    existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : {}
  const {names = {}, ditavals = {}}: Options = json('options.json')
  const config = resolveConfig(json('config.json'))
  const shared = {config, names: new Map(Object.entries(names))}
  if (!existsSync(join(folder, 'input.dita')))
    return importLiquid(readFileSync(join(folder, 'input.md'), 'utf8'), {...shared, path: 'input.md'})
  return importDita(readFileSync(join(folder, 'input.dita'), 'utf8'), {
    ...shared,
    path: 'input.dita',
    ditavals: Object.entries(ditavals).map(([audience, path]) => ({
      audience,
      path,
      source: readFileSync(join(folder, path), 'utf8'),
    })),
  })
}

const line = ({severity, ruleId, line, column, reason}: JsonMessage): string =>
  `${line}:${column} ${severity} ${ruleId} ${reason}\n`

describe.each(foldersIn(fixtures('imports')))('%s', name => {
  const folder = fixtures('imports', name)
  const {markdown, messages} = importFixture(folder)

  test('becomes this page', async () => {
    await expectFile(markdown ?? '', join(folder, 'expected.md'))
    await expectFile(messages.map(line).join(''), join(folder, 'messages.txt'))
  })

  test('has no directive that Parlance does not understand', () => {
    const config = existsSync(join(folder, 'config.json'))
      ? JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'))
      : {}
    const ours = ['variable-unknown'] // what the page lacks is declared in its project
    const {messages} = compile(markdown ?? '', {config, path: 'input.md'})
    expect(
      messages.filter(({fatal, ruleId = ''}) => fatal === true && !ours.includes(ruleId)).map(String),
    ).toEqual([])
  })
})
