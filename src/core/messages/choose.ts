import {suggest} from './suggest.ts'

/**
 * A value that a caller gave, if it is one of the allowed ones.
 *
 * @param what Name of the thing in the error: `format`.
 * @throws {RangeError} Otherwise; the message names the value, the nearest allowed one and all of them.
 */
export function choose<Value extends string>(what: string, actual: string, allowed: readonly Value[]): Value {
  const value = allowed.find(candidate => candidate === actual)
  if (value === undefined) throw new RangeError(`Unknown ${what} \`${actual}\`${explain(actual, allowed)}`)
  return value
}

/** `: did you mean …? Allowed: ….` */
export function explain(actual: string, allowed: readonly string[]): string {
  const near = suggest(actual, allowed)
  const list = allowed.map(value => `\`${value}\``).join(', ')
  return `${near === undefined ? '.' : `: did you mean \`${near}\`?`} Allowed: ${list === '' ? 'none' : list}.`
}
