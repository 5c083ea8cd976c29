import {existsSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {configNames} from '../../../project/index.ts'

/**
 * Files of a folder that a new project would need the place of. A configuration of any ending is one: there
 * can be only one.
 *
 * @param folder Absolute path; it need not be there.
 * @returns Paths from the folder, sorted.
 */
export function conflicts(folder: string, files: ReadonlyMap<string, string>): readonly string[] {
  const wanted = new Set([...files.keys(), ...configNames])
  return [...wanted].filter(path => existsSync(join(folder, path))).sort()
}

/**
 * Write the files of a project; none that is there is written over.
 *
 * @throws {Error} `EEXIST` where one came into being meanwhile.
 */
export async function writeProject(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), {recursive: true})
    await writeFile(file, text, {flag: 'wx'})
  }
}
