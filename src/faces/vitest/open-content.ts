import {existsSync, statSync} from 'node:fs'
import {dirname, join, resolve, sep} from 'node:path'
import {glob} from 'tinyglobby'
import {expect} from 'vitest'
import {
  configNames,
  foldersOf,
  isPart,
  loadProject,
  type Project,
  pathIn,
  type TracedDocument,
} from '../../project/index.ts'

/** Which project a test is about. */
export interface ProjectOption {
  /**
   * Folder of the project, from the folder of the test file. Default: the nearest at or above it that has a
   * `parlance.config.*`; where none has, the nearest with a `package.json`.
   */
  readonly project?: string
}

/** A page that is tested. */
export interface TestedPage extends TracedDocument {
  /** Path of its source from the project's folder. */
  readonly path: string
  /** Absolute path of the folder that its glob starts from. */
  readonly folder: string
}

/** Absolute path of the test file that is being collected or run. */
export function currentTestFile(): string {
  const {testPath} = expect.getState()
  if (testPath === undefined) throw new Error('This is for test files that Vitest runs')
  return testPath
}

/** The project that a test file is about. @throws {ConfigError} Where its configuration cannot be used. */
export function projectOf(testFile: string, {project}: ProjectOption): Promise<Project> {
  const folder = dirname(testFile)
  return loadProject({cwd: project === undefined ? nearestProject(folder) : resolve(folder, project)})
}

function nearestProject(folder: string): string {
  return nearestWith(configNames, folder) ?? nearestWith(['package.json'], folder) ?? folder
}

function nearestWith(names: readonly string[], folder: string): string | undefined {
  if (names.some(name => existsSync(join(folder, name)))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : nearestWith(names, above)
}

/** Globs from a test file's folder as absolute ones; a folder stands for the Markdown files below it. */
export function contentGlobs(testFile: string, content: string | readonly string[]): readonly string[] {
  return [content].flat().map(pattern => {
    const excludes = pattern.startsWith('!')
    const path = resolve(dirname(testFile), excludes ? pattern.slice(1) : pattern)
    const all = statSync(path, {throwIfNoEntry: false})?.isDirectory() ? join(path, '**/*.md') : path
    return `${excludes ? '!' : ''}${all.split(sep).join('/')}`
  })
}

/** Compile the pages that globs name; parts that pages include are none. */
export async function openPages(project: Project, globs: readonly string[]): Promise<readonly TestedPage[]> {
  const found = await glob([...globs], {
    absolute: true,
    ignore: ['**/node_modules/**'],
    onlyFiles: true,
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  const folders = [...foldersOf(globs)].sort((left, right) => right.length - left.length)
  return [...found].sort().flatMap(file => {
    const path = pathIn(project.root, file)
    const traced = isPart(path) ? undefined : project.trace(path)
    const folder = folders.find(candidate => file.startsWith(`${candidate}/`)) ?? dirname(file)
    return traced === undefined ? [] : [{...traced, path, folder}]
  })
}
