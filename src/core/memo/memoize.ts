/**
 * A pure function of one object that is computed once for each object; its result is garbage-collected with
 * the object. This is the one place of the core that keeps something from call to call: results, which are
 * the same with and without it.
 *
 * @param compute Pure.
 */
export function memoize<Key extends WeakKey, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const results = new WeakMap<Key, {readonly value: Value}>()
  return key => {
    const result = results.get(key) ?? {value: compute(key)}
    results.set(key, result)
    return result.value
  }
}
