import {describe, expect, test} from 'vitest'
import {ConfigError} from '../../../src/index.ts'
import {configNames, loadConfig} from '../../../src/project/index.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

async function problemOf(name: string, text: string): Promise<ConfigError> {
  try {
    await loadConfig(folderWith({[name]: text}))
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('The configuration was read')
}

describe('a configuration that cannot be read is one line with its place', () => {
  test.each([
    ['json', '{\n  "site": {},\n}\n', 'line 3, column 1: there is a comma too many before this', 3],
    ['json', '{"site": {},, "vars": {}}', 'line 1, column 13: there is a comma too many before this', 1],
    ['json', '{"site": {}', /^line 1, column 12: \S/, 1],
    ['json', '', /^line 1, column 1: \S/, 1],
    ['json', '{"site": nothing}', /nothing/, undefined],
    ['json', 'null', 'must be an object', undefined],
    [
      'ts',
      "export default {\n  site: {title: 'x'\n}\n",
      'line 4, column 1: Unexpected token, expected ","',
      4,
    ],
    ['ts', "\nthrow new Error('no key')\nexport default {}\n", 'line 2: it throws: no key', 2],
    ['ts', "throw 'no key'\nexport default {}\n", 'it throws: no key', undefined],
    ['ts', "export default 'x'\n", 'must be an object', undefined],
    ['mjs', 'const site = {}\n', 'it exports nothing: write `export default defineConfig({…})`', undefined],
    [
      'ts',
      "import a from 'no-such-package'\nexport default a\n",
      'line 1: it imports `no-such-package`, which is not installed: run `npm install`',
      1,
    ],
    ['ts', "\nimport a from './a'\nexport default a\n", 'line 2: it imports `./a`, which is not there', 2],
    ['yaml', "site:\n  title: 'x\nb: [\n", "line 4, column 1: Missing closing 'quote", 4],
  ])('%s: %j', async (ending, text, expected, line) => {
    const name = `parlance.config.${ending}`
    const error = await problemOf(name, text)
    expect(error.file).toBe(name)
    expect(error.problems).toEqual([
      {
        path: '',
        message: typeof expected === 'string' ? expected : expect.stringMatching(expected),
        ...(line !== undefined && {line}),
      },
    ])
    expect(error.message.split('\n')).toHaveLength(2)
  })
})

test('every name is read, also after it has changed', async () => {
  for (const name of configNames) {
    const written = (title: string): string => {
      if (/json$/.test(name)) return `{"site": {"title": "${title}"}}`
      return /ya?ml$/.test(name)
        ? `site: {title: ${title}}\n`
        : `export default {site: {title: '${title}'}}\n`
    }
    const folder = folderWith({[name]: written('One')})
    expect((await loadConfig(folder)).config.settings.site.title).toBe('One')
    writeIn(folder, name, written('Two'))
    expect((await loadConfig(folder)).config.settings.site.title).toBe('Two')
  }
})

test.each([
  ['parlance.config.yaml', '# site: {title: One}\n\n'],
  ['parlance.config.yml', ''],
])('%s of nothing but comments means the defaults', async (name, text) => {
  const {config, file} = await loadConfig(folderWith({[name]: text}))
  expect([...config.settings.audiences].map(({id}) => id)).toEqual(['clinician', 'patient', 'student'])
  expect(file).toMatch(/parlance\.config\.ya?ml$/)
})

test('the file that is named is read, whatever stands beside it', async () => {
  const folder = folderWith({
    'parlance.config.ts': "export default {site: {title: 'One'}}\n",
    'parlance.config.json': '{"site": {"title": "Two"}}',
  })
  expect((await loadConfig(folder, 'parlance.config.json')).config.settings.site.title).toBe('Two')
})
