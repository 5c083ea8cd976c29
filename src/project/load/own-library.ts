import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** Set where the command line is built: the file beside it that holds the library. */
declare const PARLANCE_LIBRARY: string | undefined

/**
 * What a configuration gets that imports `parlance-md`: within the command line the library that is loaded
 * already, since another copy would take longer than a page. Elsewhere what is installed.
 *
 * @returns Absolute paths by the name of an import.
 */
export function ownLibrary(): Readonly<Record<string, string>> {
  if (typeof PARLANCE_LIBRARY === 'undefined') return {}
  const names = {'parlance-md': PARLANCE_LIBRARY, 'parlance-md/csl': './csl.js'}
  return Object.fromEntries(
    Object.entries(names)
      .map(([name, file]) => [name, fileURLToPath(new URL(file, import.meta.url))] as const)
      .filter(([, file]) => existsSync(file)),
  )
}
