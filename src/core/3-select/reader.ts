import {type Document, holds, type Reader} from '../language/index.ts'
import {choose, explain} from '../messages/choose.ts'

/** A declared reader that the page is not for. */
export class NotServedError extends RangeError {
  /** Always `NotServedError`. */
  override readonly name = 'NotServedError'
}

/**
 * The reader that a caller names.
 *
 * @param document The page; only audiences that it serves are valid.
 * @param audience Audience id.
 * @param dimensions Values of further dimensions by name; a dimension's default stands in for one that is
 * absent.
 * @throws {NotServedError} For a declared reader that the page is not for; the message lists the valid ones.
 * @throws {RangeError} For an undeclared audience, dimension or value; the message lists the valid ones.
 */
export function readerOf(
  document: Document,
  audience: string,
  dimensions: ReadonlyMap<string, string>,
): Reader {
  const {settings, audiences} = document
  if (!audiences.includes(audience)) {
    const which = `\`${audience}\`${explain(audience, audiences)}`
    if (settings.audiences.has(audience))
      throw new NotServedError(`This page does not serve the audience ${which}`)
    throw new RangeError(`Unknown audience ${which}`)
  }
  for (const [name, value] of dimensions) {
    choose('option', name, [...settings.dimensions.keys()])
    choose(name, value, settings.dimensions.get(name)?.values ?? [])
  }
  const values = new Map(dimensions)
  for (const {name, default: value} of settings.dimensions.values())
    if (value !== undefined && !values.has(name)) values.set(name, value)
  const reader = {audience, dimensions: values}
  if (!holds(document.visibility, reader))
    throw new NotServedError(`This page is only for ${limitsOf(document)}`)
  return reader
}

function limitsOf({visibility}: Document): string {
  const parts = [...visibility.dimensions].map(([name, values]) => {
    const allowed = [...values].map(value => `\`${value}\``).join(' or ')
    return `\`${name}\` ${allowed}`
  })
  return parts.join(' and ')
}

/** A reader in words: `patient`, `patient (region eu)`. */
export function nameOf({audience, dimensions}: Reader): string {
  const values = [...dimensions].map(([name, value]) => `${name} ${value}`).join(', ')
  return values === '' ? audience : `${audience} (${values})`
}

/** Every kind of reader that a page has: each served audience with each combination of declared values. */
export function readersOf(document: Document): readonly Reader[] {
  let combinations: Map<string, string>[] = [new Map()]
  for (const {name, values, default: byDefault} of document.settings.dimensions.values()) {
    const choices = byDefault === undefined ? [undefined, ...values] : values
    combinations = combinations.flatMap(known =>
      choices.map(value => (value === undefined ? known : new Map(known).set(name, value))),
    )
  }
  const readers = document.audiences.flatMap(audience =>
    combinations.map(dimensions => ({audience, dimensions})),
  )
  return readers.filter(reader => holds(document.visibility, reader))
}
