import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {VFile} from 'vfile'
import {expect} from 'vitest'
import {readBibtex} from '../../src/adapters/bibtex/index.ts'
import {compile, type Document, type Message} from '../../src/index.ts'
import {severityOf} from '../../src/internal.ts'
import {createReader} from '../../src/project/load/reader.ts'

/** Absolute path of a folder of fixtures. */
export const fixtures = (...names: readonly string[]): string =>
  join(fileURLToPath(new URL('../../fixtures', import.meta.url)), ...names)

/** Names of the folders in a folder, sorted. */
export const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(name => statSync(join(folder, name)).isDirectory())
    .sort()

/** Compile `input.md` of a fixture, or another file, with its `config.json` and the files beside it. */
export function compileFixture(folder: string, source = 'input.md'): Document {
  const config = join(folder, 'config.json')
  return compile(new VFile({value: readFileSync(join(folder, source))}), {
    config: existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : {},
    path: 'input.md',
    slug: 'input',
    read: createReader(folder),
    readers: {bib: readBibtex},
  })
}

/** A message as a line with its place, so that no place is ever lost on the way to a comparison. */
export function messageLine(message: Message): string {
  const {file = '', place, ruleId, reason, audiences} = message
  const start = place === undefined ? undefined : 'start' in place ? place.start : place
  const end = place !== undefined && 'end' in place ? place.end : undefined
  const where = start === undefined ? '-' : `${start.line}:${start.column}`
  const to = end === undefined ? '' : `-${end.line}:${end.column}`
  const readers = audiences === undefined ? '' : ` {${audiences.join(' ')}}`
  return `${file} ${where}${to} ${severityOf(message)} ${ruleId}${readers} ${reason}\n`
}

/**
 * Compare with a file of a fixture. Files are written by `npm run snapshots` alone: a missing one fails.
 */
export async function expectFile(actual: string, file: string): Promise<void> {
  if (process.env.UPDATE_FIXTURES === undefined)
    expect(existsSync(file), `${file} is missing: run \`npm run snapshots\` and review it`).toBe(true)
  await expect(actual).toMatchFileSnapshot(file)
}
