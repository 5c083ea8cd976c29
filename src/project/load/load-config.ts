import {createHash} from 'node:crypto'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {parse as parseYaml} from 'yaml'
import {
  ConfigError,
  type ConfigProblem,
  type NativeParser,
  type ResolvedConfig,
  resolveConfig,
} from '../../internal.ts'
import {configProblem} from './config-problem.ts'
import {withFiles} from './load-files.ts'
import {loadNativeParser} from './load-native-parser.ts'
import {ownLibrary} from './own-library.ts'

/** A project's configuration and where it came from. */
export interface LoadedConfig {
  /** The configuration, checked and completed. */
  readonly config: ResolvedConfig
  /** Absolute path of its file; absent where there is none: then the defaults hold. */
  readonly file: string | undefined
  /** Absolute paths of the files that it was made of: its own and those that it names. */
  readonly files: readonly string[]
  /** Absolute path of the folder that content paths start from. */
  readonly root: string
  /**
   * The same for as long as it says the same; `undefined` where it holds functions, which cannot be compared.
   */
  readonly stamp: string | undefined
}

/** Names that the configuration may have in a project's folder. */
export const configNames: readonly string[] = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  ending => `parlance.config.${ending}`,
)

/**
 * Load `parlance.config.{ts,js,mjs,json,yaml,yml}`. Nothing else is read: no `.env`, no rc files, no other
 * packages.
 *
 * @param cwd Folder of the project.
 * @param named A configuration file that must be there; its folder is then the project's.
 * @throws {ConfigError} Where the file is missing, broken, or says what it cannot.
 */
export async function loadConfig(cwd: string, named?: string): Promise<LoadedConfig> {
  const path = named === undefined ? undefined : resolve(cwd, named)
  const folder = path === undefined ? resolve(cwd) : dirname(path)
  if (path !== undefined) assertReadable(path, named ?? path)
  else if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new ConfigError([{path: '', message: `there is no folder \`${folder}\``}])
  const file = path ?? configNames.map(name => join(folder, name)).find(name => existsSync(name))
  const config = file === undefined ? {} : await readConfig(file)
  try {
    const {config: full, files} = await withFiles(config, folder)
    return {
      config: resolveConfig(full, await nativeParserFor(full)),
      file,
      files: [...(file === undefined ? [] : [file]), ...files.keys()],
      root: folder,
      stamp: stampOf(config, folder, files),
    }
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(error.problems, file && basename(file)) : error
  }
}

/** @throws {ConfigError} Where the parser that the configuration names is not installed. */
async function nativeParserFor(config: unknown): Promise<NativeParser | undefined> {
  const parser = typeof config === 'object' && config !== null && 'parser' in config ? config.parser : 'auto'
  if (parser === 'remark') return undefined
  const native = await loadNativeParser()
  if (parser === 'satteri' && native === undefined) {
    const message =
      '`satteri` is not installed, or not for this platform: run `npm install satteri`, or say `auto`'
    throw new ConfigError([{path: 'parser', message}])
  }
  return native
}

/** What a configuration file says. @throws {ConfigError} Where it cannot be read, or says nothing. */
async function readConfig(file: string): Promise<unknown> {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const fail = (problem: ConfigProblem): never => {
    throw new ConfigError([problem], basename(file))
  }
  if (/\.ya?ml$/.test(file) && isBlankYaml(text)) return {}
  if (/\.m?[jt]s$/.test(file) && !/\b(?:default|exports)\b/.test(text))
    return fail({path: '', message: 'it exports nothing: write `export default defineConfig({…})`'})
  try {
    if (file.endsWith('.json')) return JSON.parse(text)
    if (/\.ya?ml$/.test(file)) return parseYaml(text)
    return file.endsWith('.mjs') ? await importAnew(file, text) : await runWithJiti(file)
  } catch (error) {
    return fail(configProblem(error, file, text))
  }
}

/** Nothing but comments: the defaults. */
function isBlankYaml(text: string): boolean {
  return text.split('\n').every(line => /^\s*(?:#|---\s*$|$)/.test(line))
}

/** Node imports an address once, so a process that lives on needs another one for another text. */
async function importAnew(file: string, text: string): Promise<unknown> {
  const url = pathToFileURL(file)
  url.search = createHash('sha256').update(text).digest('hex')
  const said = (await import(url.href)) as {readonly default?: unknown} // a module is an object
  return said.default
}

/**
 * Loaded only where there is code: that takes longer than a small page. Without a cache: the file may be
 * another one later.
 */
async function runWithJiti(file: string): Promise<unknown> {
  const {createJiti} = await import('jiti')
  return createJiti(file, {moduleCache: false, alias: {...ownLibrary()}}).import(file, {default: true})
}

/**
 * A configuration in TypeScript may be another though its file is the same, so what it says is compared, not
 * its file.
 */
function stampOf(config: unknown, folder: string, files: ReadonlyMap<string, string>): string | undefined {
  let hasFunctions = false
  const texts = [...files].map(([path, text]) => [relative(folder, path), text])
  const text = JSON.stringify([config, texts], (_, value: unknown) => {
    if (typeof value === 'function') hasFunctions = true
    return value
  })
  return hasFunctions ? undefined : createHash('sha256').update(text).digest('hex')
}

function assertReadable(path: string, named: string): void {
  try {
    readFileSync(path)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new ConfigError(
      [{path: '', message: missing ? 'there is no such file' : 'it cannot be read'}],
      named,
    )
  }
}
