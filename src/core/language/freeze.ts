const refuse = (): never => {
  throw new TypeError('This map or set is frozen')
}

/**
 * Freeze a value and all that it holds, Maps and Sets included (their changing methods throw `TypeError`).
 * Functions and values that are frozen already are left as they are.
 */
export function deepFreeze<T>(value: T): T {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const at = open.pop()
    if (typeof at !== 'object' || at === null || Object.isFrozen(at)) continue
    if (at instanceof Map) {
      open.push(...at.keys(), ...at.values())
      Object.assign(at, {set: refuse, delete: refuse, clear: refuse})
    } else if (at instanceof Set) {
      open.push(...at)
      Object.assign(at, {add: refuse, delete: refuse, clear: refuse})
    }
    Object.freeze(at)
    for (const key of Object.getOwnPropertyNames(at)) open.push((at as Record<string, unknown>)[key])
  }
  return value
}
