/**
 * Remembers the last value that was made, since what is asked for once is often asked for again at once: one reader in another
 * format. Made by a pure function of its keys, the value is the same with and without it.
 */
export class Recent<Value> {
  #keys: readonly unknown[] = []
  #value: Value | undefined

  /**
   * @param keys What the value depends on, compared by identity.
   * @param make Makes it where the keys are others than last time.
   */
  get(keys: readonly unknown[], make: () => Value): Value {
    const same = this.#keys.length === keys.length && this.#keys.every((key, index) => key === keys[index])
    if (same && this.#value !== undefined) return this.#value
    this.#value = make()
    this.#keys = keys
    return this.#value
  }
}
