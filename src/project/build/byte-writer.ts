/** Bytes of one piece that is filled. */
const pieceSize = 1024 * 1024

/**
 * Gathers a long text as UTF-8: as a text it would stand in memory several times until it is written, and in
 * two bytes a letter where one is not Latin.
 */
export class ByteWriter {
  readonly #full: Buffer[] = []
  #piece = Buffer.allocUnsafe(pieceSize)
  #used = 0

  add(text: string): void {
    this.addBytes(Buffer.from(text))
  }

  addBytes(bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#piece.length) {
      this.#full.push(this.#piece.subarray(0, this.#used))
      this.#piece = Buffer.allocUnsafe(Math.max(pieceSize, bytes.length))
      this.#used = 0
    }
    this.#piece.set(bytes, this.#used)
    this.#used += bytes.length
  }

  /** Items of a JSON list or the members of an object, each on its line. */
  addLines<Item>(items: Iterable<Item>, add: (item: Item) => void): void {
    let isFirst = true
    for (const item of items) {
      this.add(isFirst ? '\n' : ',\n')
      add(item)
      isFirst = false
    }
    if (!isFirst) this.add('\n')
  }

  /** All that was added. */
  take(): Buffer {
    return Buffer.concat([...this.#full, this.#piece.subarray(0, this.#used)])
  }
}
