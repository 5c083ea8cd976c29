/**
 * What was made of a document and may be wanted again. Made by pure functions of their keys, values are the same with and
 * without it: it changes what rendering costs, never what comes out.
 */
export class Memory {
  readonly #kept = new Map<unknown, unknown>()
  readonly #recent: {readonly keys: readonly unknown[]; readonly value: unknown}[] = []

  /** @param capacity How many values `recall` keeps; `0`: this memory keeps nothing at all, which is the straightforward way. */
  constructor(readonly capacity = 16) {}

  /** What a function makes, made once for the document. */
  once<Value>(make: () => Value): Value {
    if (this.capacity === 0) return make()
    if (!this.#kept.has(make)) this.#kept.set(make, make())
    return this.#kept.get(make) as Value // made by this very function
  }

  /**
   * One of the last values that were asked for.
   *
   * @param keys What the value depends on, compared by identity, its kind included.
   */
  recall<Value>(keys: readonly unknown[], make: () => Value): Value {
    const at = this.#recent.findIndex(
      known => known.keys.length === keys.length && known.keys.every((key, index) => key === keys[index]),
    )
    const [known] = at < 0 ? [] : this.#recent.splice(at, 1)
    const entry = known ?? {keys, value: make()}
    this.#recent.unshift(entry)
    this.#recent.length = Math.min(this.#recent.length, this.capacity)
    return entry.value as Value // its keys name its kind
  }
}
