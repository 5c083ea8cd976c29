import {createHash} from 'node:crypto'
import {readFileSync, statSync} from 'node:fs'
import {createRequire} from 'node:module'
import {basename, dirname, extname, relative, resolve} from 'node:path'
import {loadConfig as loadWithC12} from 'c12'
import {ConfigError, type NativeParser, type ResolvedConfig, resolveConfig} from '../index.ts'
import {withFiles} from './load-files.ts'
import {loadNativeParser} from './load-native-parser.ts'

/** A project's configuration and where it came from. */
export interface LoadedConfig {
  readonly config: ResolvedConfig
  /** Absolute path of its file; absent where there is none: then the defaults hold. */
  readonly file: string | undefined
  /** Absolute paths of the files that it was made of: its own and those that it names. */
  readonly files: readonly string[]
  /** Absolute path of the folder that content paths start from. */
  readonly root: string
  /** The same for as long as it says the same; `undefined` where it holds functions, which cannot be compared. */
  readonly stamp: string | undefined
}

/** Names that the configuration may have in a project's folder. */
export const configNames: readonly string[] = ['ts', 'js', 'mjs', 'json', 'yaml', 'yml'].map(
  ending => `parlance.config.${ending}`,
)

/**
 * Load `parlance.config.{ts,js,mjs,json,yaml,yml}`. Nothing else is read: no `.env`, no rc files, no other packages.
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
  const {config, configFile} = await readWithC12(folder, path)
  const file = path ?? (configFile !== undefined && configFile !== 'parlance.config' ? configFile : undefined)
  try {
    const {config: full, files} = await withFiles(config ?? {}, folder)
    return {
      config: resolveConfig(full, await nativeParserFor(full)),
      file,
      files: [...(file === undefined ? [] : [file]), ...files.keys()],
      root: folder,
      stamp: stampOf(config ?? {}, folder, files),
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

async function readWithC12(cwd: string, path: string | undefined) {
  const configFile = path === undefined ? 'parlance.config' : basename(path, extname(path))
  forgetJson(path ?? resolve(cwd, 'parlance.config.json'))
  try {
    return await loadWithC12({
      cwd,
      configFile,
      rcFile: false,
      globalRc: false,
      packageJson: false,
      dotenv: false,
      giget: false,
      extend: false,
      envName: false,
    })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    throw new ConfigError([{path: '', message: reason}], path === undefined ? configFile : basename(path))
  }
}

/** A configuration in TypeScript may be another though its file is the same, so what it says is compared, not its file. */
function stampOf(config: unknown, folder: string, files: ReadonlyMap<string, string>): string | undefined {
  let hasFunctions = false
  const texts = [...files].map(([path, text]) => [relative(folder, path), text])
  const text = JSON.stringify([config, texts], (_, value: unknown) => {
    if (typeof value === 'function') hasFunctions = true
    return value
  })
  return hasFunctions ? undefined : createHash('sha256').update(text).digest('hex')
}

/** JSON is read by `require`, which would give a long-lived process what it read first. */
function forgetJson(path: string): void {
  delete createRequire(import.meta.url).cache[path]
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
