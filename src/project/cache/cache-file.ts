import {existsSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {removeLeftovers, writeWhole} from '../build/write-whole.ts'

/** Folder of what can be made again, in a project's folder that has no `node_modules`. */
export const cacheFolder = '.parlance'

/**
 * Where a cache between commands stands by default: where other tools keep theirs, if
 * there is such a place.
 *
 * @param root Absolute path of the project's folder.
 * @param name Name of the file.
 */
export function cacheFile(root: string, name: string): string {
  const modules = join(root, 'node_modules')
  return existsSync(modules) ? join(modules, '.cache', 'parlance', name) : join(root, cacheFolder, name)
}

const closed = new Set(['EACCES', 'EPERM', 'EROFS'])

/**
 * Write a cache file, which Git ignores. A folder that cannot be written to is left alone: the next
 * command takes longer, and does the same.
 *
 * @param file Absolute path.
 * @param json What to remember.
 */
export function writeCacheFile(file: string, json: string | Buffer): void {
  const folder = dirname(file)
  try {
    removeLeftovers(folder)
    const ignore = join(folder, '.gitignore')
    if (basename(folder) === cacheFolder && !existsSync(ignore)) writeWhole(ignore, '*\n', {durable: false})
    writeWhole(file, json, {durable: false})
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && closed.has(String(error.code)))) throw error
  }
}
