import {createHash} from 'node:crypto'
import {readFile, rm, rmdir, stat} from 'node:fs/promises'
import {dirname, join, resolve, sep} from 'node:path'
import {type FileStat, fileStat, isSameStat, statOf} from '../load/inputs.ts'
import {isInside} from '../load/reader.ts'
import {removeLeftovers, writeWhole} from './write-whole.ts'

/** What became of one output. */
export interface WrittenFile {
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly hash: string
  /** `false` where the file held these bytes already. */
  readonly changed: boolean
  /** Of the file as it is now. */
  readonly stat: FileStat
}

/** A folder that a build writes into; files that it did not write are never touched. */
export class OutputFolder {
  readonly #root: string

  /** @param root Absolute path. */
  constructor(root: string) {
    this.#root = resolve(root)
    removeLeftovers(this.#root)
  }

  /**
   * Write a file whole or not at all, and only where its bytes differ.
   *
   * @param file Path below the folder, with `/`.
   * @param force Write it in any case.
   * @throws {RangeError} For a path that leads out of the folder.
   */
  async write(file: string, content: string | Buffer, force: boolean): Promise<WrittenFile> {
    const path = this.#pathOf(file)
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const hash = createHash('sha256').update(bytes).digest('hex')
    const before = force ? undefined : await statWhere(path, bytes)
    const stat = before ?? this.#replace(path, bytes)
    return {bytes: bytes.length, hash, changed: before === undefined, stat}
  }

  /** All temporary files stand in one folder, where the next build finds what a killed one has left. */
  #replace(path: string, bytes: Buffer): FileStat {
    const made = fileStat(writeWhole(path, bytes, {staging: this.#root}))
    // Getting its name changes a file. Where another build has replaced it already, our record of the file
    // matches none.
    const now = statOf(path)
    return now?.inode === made.inode ? now : made
  }

  /** Whether a file is as it was when its stat was taken. */
  isAsItWas(file: string, before: FileStat): boolean {
    const now = statOf(this.#pathOf(file))
    return now !== undefined && isSameStat(now, before)
  }

  /** Bytes of a file; `undefined` where there is none that can be read. */
  async read(file: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#pathOf(file))
    } catch {
      return undefined // what cannot be read is written again, and a real fault shows then
    }
  }

  /** Remove a file, and the folders that it leaves empty. */
  async remove(file: string): Promise<void> {
    const path = this.#pathOf(file)
    await rm(path, {force: true})
    for (let folder = dirname(path); isInside(this.#root, folder); folder = dirname(folder)) {
      try {
        await rmdir(folder)
      } catch {
        return // not empty, or gone already: nothing above it is empty either
      }
    }
  }

  #pathOf(file: string): string {
    const path = join(this.#root, file.split('/').join(sep))
    if (!isInside(this.#root, path)) throw new RangeError(`\`${file}\` leads out of the output folder`)
    return path
  }
}

/** Stat of a file that holds these bytes; `undefined` where none does. */
async function statWhere(path: string, content: Buffer): Promise<FileStat | undefined> {
  try {
    const before = fileStat(await stat(path))
    return before.size === content.length && content.equals(await readFile(path)) ? before : undefined
  } catch {
    return undefined // not there or not readable: it is written again, and a real fault shows then
  }
}
