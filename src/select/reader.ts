import type {Document, Reader} from '../document/index.ts'
import {suggest} from '../messages/suggest.ts'

/**
 * The reader that a caller asks for.
 *
 * @param document Whose promised audiences count.
 * @param audience Audience id.
 * @param dimensions Values of further dimensions by name; a dimension's default stands in for one that is absent.
 * @throws {RangeError} For an audience that the page does not serve, an undeclared dimension or an undeclared value;
 *   the message lists the valid ones.
 */
export function readerOf(document: Document, audience: string, dimensions: ReadonlyMap<string, string>): Reader {
  const {settings, audiences} = document
  if (!audiences.includes(audience)) {
    const what = settings.audiences.has(audience) ? 'This page does not serve the audience' : 'Unknown audience'
    throw new RangeError(`${what} \`${audience}\`${allowed(audience, audiences)}`)
  }
  for (const [name, value] of dimensions) {
    const dimension = settings.dimensions.get(name)
    if (dimension === undefined) throw new RangeError(`Unknown option \`${name}\`${allowed(name, [...settings.dimensions.keys()])}`)
    if (!dimension.values.includes(value)) throw new RangeError(`Unknown ${name} \`${value}\`${allowed(value, dimension.values)}`)
  }
  const values = new Map(dimensions)
  for (const {name, default: value} of settings.dimensions.values()) if (value !== undefined && !values.has(name)) values.set(name, value)
  return {audience, dimensions: values}
}

function allowed(actual: string, values: readonly string[]): string {
  const near = suggest(actual, values)
  const list = values.map(value => `\`${value}\``).join(', ')
  return `${near === undefined ? '. ' : `: did you mean \`${near}\`? `}Allowed: ${list === '' ? 'none' : list}.`
}

/** Every kind of reader that a page has: each promised audience with each combination of declared values. */
export function readersOf(document: Document): readonly Reader[] {
  let combinations: Map<string, string>[] = [new Map()]
  for (const {name, values, default: byDefault} of document.settings.dimensions.values()) {
    const choices = byDefault === undefined ? [undefined, ...values] : values
    combinations = combinations.flatMap(known => choices.map(value => (value === undefined ? known : new Map(known).set(name, value))))
  }
  return document.audiences.flatMap(audience => combinations.map(dimensions => ({audience, dimensions})))
}
