import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/**
 * Version of this package. Its description stands two folders above the sources, and one above what is built.
 */
export const version: string = readVersion(['../../../package.json', '../package.json'])

function readVersion([path, ...others]: readonly string[]): string {
  if (path === undefined) return '0.0.0'
  try {
    const description: unknown = JSON.parse(
      readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'),
    )
    if (
      typeof description === 'object' &&
      description !== null &&
      'name' in description &&
      description.name === 'parlance-md' &&
      'version' in description
    ) {
      return String(description.version)
    }
  } catch {
    // Not at this path.
  }
  return readVersion(others)
}
