import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

const dist = join(import.meta.dirname, '../../dist')

/** Names of the packages in a list of licenses, as `name version (license)` begins each. */
const packagesIn = (file: string): readonly string[] =>
  [...readFileSync(join(dist, file), 'utf8').matchAll(/^(\S+) \d+\.\d+\.\S+ \(.*\)$/gm)].map(
    ([, name = '']) => name,
  )

test('the licenses of what is bundled are beside it', () => {
  expect(packagesIn('third-party.txt')).toEqual(
    expect.arrayContaining(['@citation-js/core', '@rgrove/parse-xml', 'moo']),
  )
  expect(packagesIn('cli-third-party.txt')).toEqual(
    expect.arrayContaining(['commander', 'micromark', 'remark-parse', 'unified', 'yaml', 'zod']),
  )
  expect(packagesIn('cli-third-party.txt')).not.toContain('satteri')
})

test('the command line begins with few files', () => {
  const start = readFileSync(join(dist, 'cli.js'), 'utf8')
  expect(start).not.toMatch(/from ?["'](?!node:|\.)/)
})
