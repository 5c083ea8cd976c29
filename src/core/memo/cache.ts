/**
 * What was made of a document and may be wanted again. Made by pure functions of their keys, values are the
 * same with and without it: it changes what rendering costs, never what comes out.
 */
export class Cache {
  readonly #memoized = new Map<unknown, unknown>()
  readonly #recent: {readonly keys: readonly unknown[]; readonly value: unknown}[] = []

  /**
   * @param capacity How many values `recall` keeps; `0`: this memory keeps nothing at all, which is the
   * straightforward way.
   */
  constructor(readonly capacity = 16) {}

  /**
   * Something that is made once for the document.
   *
   * @param owner Whose it is: the function that asks for it. It asks for one thing, which depends on the
   * document alone.
   */
  memoize<Value>(owner: unknown, make: () => Value): Value {
    if (this.capacity === 0) return make()
    if (!this.#memoized.has(owner)) this.#memoized.set(owner, make())
    return this.#memoized.get(owner) as Value // its owner asks for it alone
  }

  /**
   * A value from a bounded list of those that were used last.
   *
   * @param keys The calling function, and what the value depends on in addition to the document; compared by
   * identity.
   */
  lru<Value>(keys: readonly unknown[], make: () => Value): Value {
    const at = this.#recent.findIndex(
      known => known.keys.length === keys.length && known.keys.every((key, index) => key === keys[index]),
    )
    const [known] = at < 0 ? [] : this.#recent.splice(at, 1)
    const entry = known ?? {keys, value: make()}
    this.#recent.unshift(entry)
    this.#recent.length = Math.min(this.#recent.length, this.capacity)
    return entry.value as Value // its owner is among its keys
  }
}
