import {readFileSync, realpathSync} from 'node:fs'
import {isAbsolute, relative, resolve, sep} from 'node:path'

/**
 * Reads files of a project, and only those: a path or a symbolic link that leads out of its folder reads like
 * a file that is not there.
 *
 * @param root Absolute path of the project's folder.
 * @returns Bytes by path from that folder (`/` between segments), or `undefined`.
 */
export function createReader(root: string): (path: string) => Uint8Array | undefined {
  const realRoot = realpathSync(root)
  return path => {
    try {
      const real = realpathSync(resolve(realRoot, path))
      return isInside(realRoot, real) ? readFileSync(real) : undefined
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw error
    }
  }
}

/** Whether a path lies in a folder; both absolute and without symbolic links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'])

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && absent.has(String(error.code))
}
