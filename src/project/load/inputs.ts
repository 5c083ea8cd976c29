import {createHash} from 'node:crypto'
import {type Stats, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {createReader} from './reader.ts'

/**
 * What something was made of: SHA-256 in hexadecimal by path from the project's folder, `undefined` where no
 * file was.
 */
export type Inputs = ReadonlyMap<string, string | undefined>

type ReadFileBytes = (path: string) => Uint8Array | undefined

/** Notes which files are read while something is made. */
export class InputRecorder {
  readonly #read: ReadFileBytes
  readonly #open: Map<string, string | undefined>[] = []
  #bytes = 0

  /** @param read Files by path from the project's folder. */
  constructor(read: ReadFileBytes) {
    this.#read = read
  }

  /** As `read`, noted by whatever is being made. */
  read = (path: string): Uint8Array | undefined => {
    const content = this.#read(path)
    this.#bytes += content?.length ?? 0
    if (this.#open.length > 0) this.note(new Map([[path, content && hashOf(content)]]))
    return content
  }

  /** Note what was read earlier, and is used again. */
  note(inputs: Inputs): void {
    for (const open of this.#open) for (const [path, hash] of inputs) open.set(path, hash)
  }

  /** Make something, synchronously, and tell which files went into it, and how many bytes were read. */
  record<Value>(make: () => Value): {readonly value: Value; readonly inputs: Inputs; readonly bytes: number} {
    const inputs = new Map<string, string | undefined>()
    const before = this.#bytes
    this.#open.push(inputs)
    try {
      const value = make()
      return {value, inputs, bytes: this.#bytes - before}
    } finally {
      this.#open.pop()
    }
  }
}

/**
 * A file's stat may be trusted once it is older than this when it is taken: clocks of file systems are
 * coarse. Milliseconds.
 */
const settled = 2000

/** What tells a file from an earlier one at its path without reading it. Times in milliseconds since 1970. */
export interface FileStat {
  readonly modified: number
  readonly changed: number
  readonly size: number
  readonly inode: number
}

/** A file that was read. */
export interface KnownFile {
  readonly stat: FileStat
  /** Milliseconds since 1970, when it was read. */
  readonly read: number
  /** SHA-256 in hexadecimal. */
  readonly hash: string
}

/** @param file Absolute path. */
export function statOf(file: string): FileStat | undefined {
  const stat = statSync(file, {throwIfNoEntry: false})
  return stat && fileStat(stat)
}

export function fileStat({mtimeMs, ctimeMs, size, ino}: Stats): FileStat {
  return {modified: mtimeMs, changed: ctimeMs, size, inode: ino}
}

export function isSameStat(left: FileStat, right: FileStat): boolean {
  return (
    left.modified === right.modified &&
    left.changed === right.changed &&
    left.size === right.size &&
    left.inode === right.inode
  )
}

/**
 * Hashes of files as they are now. A file is read again only where its stat has changed, or is so fresh that
 * a second change might not show in it.
 *
 * @see https://git-scm.com/docs/racy-git
 */
export class CurrentHashes {
  readonly #root: string
  readonly #read: ReadFileBytes
  readonly #known: Map<string, KnownFile>

  /**
   * @param root Absolute path of the project's folder.
   * @param known What an earlier process knew of files, by path from the folder.
   */
  constructor(root: string, known: Iterable<readonly [string, KnownFile]> = []) {
    this.#root = root
    this.#read = createReader(root)
    this.#known = new Map(known)
  }

  /** What is known of some files as they are now, for a later process. */
  take(paths: Iterable<string>): ReadonlyMap<string, KnownFile> {
    const taken = new Map<string, KnownFile>()
    for (const path of new Set(paths)) {
      this.of(path)
      const known = this.#known.get(path)
      if (known !== undefined) taken.set(path, known)
    }
    return taken
  }

  /** SHA-256 in hexadecimal; `undefined` where there is no file. */
  of(path: string): string | undefined {
    const stat = statOf(resolve(this.#root, path))
    const known = this.#known.get(path)
    if (stat !== undefined && known !== undefined && isSettled(known) && isSameStat(stat, known.stat))
      return known.hash
    const read = Date.now()
    const content = this.#read(path)
    const hash = content && hashOf(content)
    if (stat === undefined || hash === undefined) this.#known.delete(path)
    else this.#known.set(path, {stat, read, hash})
    return hash
  }

  /**
   * Whether files are what they were.
   *
   * @param inputs Hashes by path; where no file was, `undefined`, or `null` as JSON has it.
   */
  agree(inputs: Iterable<readonly [string, string | null | undefined]>): boolean {
    for (const [path, hash] of inputs) if (this.of(path) !== (hash ?? undefined)) return false
    return true
  }
}

function isSettled({stat, read}: KnownFile): boolean {
  return stat.changed < read - settled
}

/** SHA-256 in hexadecimal; of a text, as UTF-8. */
export function hashOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** One hash of many inputs, whatever their order. */
export function fingerprint(inputs: Inputs): string {
  const lines = [...inputs].map(([path, hash]) => JSON.stringify([path, hash ?? null])).sort()
  return hashOf(lines.join('\n'))
}
