/** The same object without the keys whose value is `undefined`. */
export function withoutUndefined<T extends object>(value: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(value).filter(([, below]) => below !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  } // just filtered
}
