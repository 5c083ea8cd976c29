import {createHash} from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {threadId} from 'node:worker_threads'

/** A file could not be written; under its name stands what stood there before, or nothing. */
export class WriteError extends Error {
  override readonly name = 'WriteError'
  /** Of the system: `ENOSPC`. */
  readonly code: string | undefined

  constructor(file: string, cause: unknown) {
    super(`Cannot write \`${file}\`: ${cause instanceof Error ? cause.message : String(cause)}`, {cause})
    this.code = codeOf(cause)
  }
}

/** How a file is written. */
export interface WriteOptions {
  /**
   * Absolute path of the folder in which the file is written before it gets its name; default: the file's
   * own.
   */
  readonly staging?: string
  /** Whether it waits until the disk has the bytes; default: `true`. */
  readonly durable?: boolean
}

/** How often a file is written again, where another process takes its folder or its temporary file away. */
const maxTries = 10

/**
 * Write a file whole or not at all: its name never leads to some of its bytes. All is done in one go, so that
 * no interrupt comes between; what a killed process leaves has a name that `removeLeftovers` knows. Folders
 * are made where they are missing.
 *
 * @param file Absolute path.
 * @param content Text, or bytes.
 * @param options `staging`: folder of the temporary file, by default that of `file`. `durable`: whether to
 * wait for the disk, by default `true`.
 * @returns Stat of the file as it was written.
 * @throws {WriteError}
 */
export function writeWhole(
  file: string,
  content: Uint8Array | string,
  {staging, durable = true}: WriteOptions = {},
): Stats {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const target = realPathOf(file)
  let folder = staging ?? dirname(target)
  for (let tries = 1; ; tries++) {
    try {
      mkdirSync(dirname(target), {recursive: true})
      return writeThrough(folder, target, bytes, durable)
    } catch (error) {
      // Another disk begins between the two folders.
      if (codeOf(error) === 'EXDEV' && folder !== dirname(target)) {
        folder = dirname(target)
        removeLeftovers(folder)
      } else if (codeOf(error) !== 'ENOENT' || tries === maxTries) throw new WriteError(file, error)
    }
  }
}

function writeThrough(folder: string, target: string, bytes: Uint8Array, durable: boolean): Stats {
  const before = statSync(target, {throwIfNoEntry: false})
  if (before !== undefined && isStream(before)) {
    writeFileSync(target, bytes)
    return before
  }
  const temporary = join(folder, `${ownPrefix}${++written}`)
  const descriptor = openSync(temporary, 'wx', 0o666)
  let isOpen = true
  try {
    writeAll(bytes, (offset, length) => writeSync(descriptor, bytes, offset, length, offset))
    keepOwner(descriptor, before)
    if (durable) fsyncSync(descriptor)
    const stat = fstatSync(descriptor)
    if (stat.size !== bytes.length) throw new Error(`${stat.size} of ${bytes.length} bytes were written`)
    closeSync(descriptor)
    isOpen = false
    renameSync(temporary, target)
    return stat
  } catch (error) {
    if (isOpen) closeSync(descriptor)
    rmSync(temporary, {force: true})
    throw error
  }
}

/** A terminal, a pipe, `/dev/null`: what is put in its place would not be what it is. */
function isStream(stat: Stats): boolean {
  return stat.isCharacterDevice() || stat.isFIFO()
}

/**
 * Write in as many steps as it takes: a disk may take a part of what it is given.
 *
 * @param write Writes some of the bytes, and says how many.
 */
export function writeAll(bytes: Uint8Array, write: (offset: number, length: number) => number): void {
  for (let done = 0; done < bytes.length; ) {
    const count = write(done, bytes.length - done)
    if (count <= 0) throw new Error(`${done} of ${bytes.length} bytes were written`)
    done += count
  }
}

/** A file that is replaced keeps its mode, and its owner where this process may give files away. */
function keepOwner(descriptor: number, before: Stats | undefined): void {
  if (before === undefined) return
  try {
    fchownSync(descriptor, before.uid, before.gid)
  } catch {
    // its new owner has the same rights
  }
  try {
    fchmodSync(descriptor, before.mode & 0o7777)
  } catch {
    // a file system without modes
  }
}

/**
 * A temporary file is used for moments: one of this age is left of a process that ended, even if another
 * process has its number now. Milliseconds.
 */
const longAgo = 60 * 60 * 1000

const prefix = '.parlance-tmp-'
/** Process ids mean something on one machine only. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const ownPrefix = `${prefix}${host}-${process.pid}-${threadId}-`
let written = 0

/**
 * Remove temporary files of processes that ended before they had renamed them; those of running ones stay. A
 * mistake is harmless: a process whose temporary file is gone writes it again.
 *
 * @param folder Absolute path; it need not be there.
 */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!name.startsWith(prefix)) continue
    const file = join(folder, name)
    try {
      if (isLeft(name, statSync(file).mtimeMs)) rmSync(file, {force: true})
    } catch {
      // another process removes it too, or still has it open
    }
  }
}

function isLeft(name: string, modified: number): boolean {
  if (modified < Date.now() - longAgo) return true
  const [maker, id] = name.slice(prefix.length).split('-')
  if (maker !== host) return false
  return Number(id) === process.pid ? modified < performance.timeOrigin : !isRunning(Number(id))
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM' // of another user
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // no folder: nothing is left in it
  }
}

/** Where a link leads, the file is written there. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolve(file) // nothing is there yet
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
