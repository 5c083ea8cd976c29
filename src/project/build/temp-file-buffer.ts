import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** Where something lies in the buffer. Bytes. */
export interface ByteRange {
  readonly start: number
  readonly length: number
}

/** Bytes that are gathered before they are written. */
const atOnce = 64 * 1024

/**
 * What waits on disk until it is wanted, so that memory does not grow with it. Its file is made when there is
 * enough to write.
 */
export class TempFileBuffer {
  #file: {readonly folder: string; readonly descriptor: number} | undefined
  #written = 0
  #waiting: Uint8Array[] = []
  #length = 0

  add(content: Uint8Array): ByteRange {
    const slice = {start: this.#length, length: content.length}
    this.#waiting.push(content)
    this.#length += content.length
    if (this.#length - this.#written >= atOnce) this.#write()
    return slice
  }

  read(slice: ByteRange): Buffer {
    const content = Buffer.allocUnsafe(slice.length)
    this.copy(slice, content, 0)
    return content
  }

  /** Read something into a buffer that has the room for it. */
  copy({start, length}: ByteRange, into: Uint8Array, at: number): void {
    if (start + length > this.#written) this.#write()
    for (let done = 0; done < length; ) {
      const read = readSync(this.#open(), into, at + done, length - done, start + done)
      if (read === 0) throw new Error('A file of this process was cut while it was in use')
      done += read
    }
  }

  close(): void {
    if (this.#file === undefined) return
    closeSync(this.#file.descriptor)
    rmSync(this.#file.folder, {recursive: true, force: true})
    this.#file = undefined
  }

  #write(): void {
    const content = Buffer.concat(this.#waiting)
    this.#waiting = []
    for (let done = 0; done < content.length; )
      done += writeSync(this.#open(), content, done, content.length - done, this.#written + done)
    this.#written += content.length
  }

  #open(): number {
    this.#file ??= openIn(mkdtempSync(join(tmpdir(), 'parlance-spill-')))
    return this.#file.descriptor
  }
}

function openIn(folder: string): {readonly folder: string; readonly descriptor: number} {
  const descriptor = openSync(join(folder, 'spill'), 'w+')
  // Where an open file may be removed, nothing is left of it whatever ends the process.
  if (process.platform !== 'win32') rmSync(folder, {recursive: true})
  return {folder, descriptor}
}
