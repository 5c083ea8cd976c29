import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, onTestFinished} from 'vitest'

/** A real folder with files, removed when the test ends. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder(files)
  onTestFinished(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A real folder with files for all tests of a file. */
export function folderForAll(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeFolder(files)
  afterAll(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** A real folder with files for as long as something is done in it. */
export async function temporarily<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = makeFolder(files)
  try {
    return await run(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parlance-')))
  for (const [path, content] of Object.entries(files)) writeIn(folder, path, content)
  return folder
}

export function writeIn(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), content)
}

/** The same in one step: a watcher sees the file as it was or as it is, never empty. */
export function replaceIn(folder: string, path: string, content: string | Uint8Array): void {
  const staged = mkdtempSync(join(tmpdir(), 'parlance-staged-'))
  writeIn(staged, 'file', content)
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  renameSync(join(staged, 'file'), join(folder, path))
  rmSync(staged, {recursive: true})
}

/** Paths of all files below a folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(path => statSync(join(folder, path)).isFile())
    .sort()
}

/** Their content by path. */
export function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesBelow(folder).map(path => [path, readFileSync(join(folder, path), 'utf8')]))
}
