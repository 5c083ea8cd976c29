import {explain, type RenderOptions} from '../../internal.ts'

/** What the address of a module asks for. */
export interface RequestedVariant {
  /** Absolute path of the source, with `/`. */
  readonly file: string
  /** What stands behind its `?`; absent where it names no audience. */
  readonly query: string | undefined
}

/** Addresses that may be of a page. */
export const pageAddress = /\.(?:md|markdown)(?:\?|$)/i

/** Take the id of a module apart; `undefined` for what cannot be a page. */
export function askedVariant(id: string): RequestedVariant | undefined {
  if (id.startsWith('\0') || !pageAddress.test(id)) return undefined
  const [file = '', ...rest] = id.split('?')
  const query = rest.join('?')
  return {file: file.replaceAll('\\', '/'), query: /(?:^|&)audience(?:=|&|$)/.test(query) ? query : undefined}
}

const switches: ReadonlyMap<string, boolean> = new Map([
  ['', true],
  ['true', true],
  ['false', false],
])

/**
 * Read a query as options of `render`; what they may be is for `render` to say.
 *
 * @param dimensions Names of the further dimensions that the project declares.
 * @throws {RangeError} For a key that is unknown or given twice, and for a value that is no switch or no
 * number.
 */
export function readQuery(query: string, dimensions: readonly string[]): RenderOptions {
  const allowed = ['audience', ...dimensions, 'format', 'page', 'citationStyle', 'width']
  const options = new Map<string, string | number | boolean>()
  for (const [key, value] of new URLSearchParams(query)) {
    if (!allowed.includes(key)) throw new RangeError(`Unknown key \`${key}\`${explain(key, allowed)}`)
    if (options.has(key)) throw new RangeError(`\`${key}\` is given twice`)
    options.set(key, key === 'page' ? readSwitch(value) : key === 'width' ? readWidth(value) : value)
  }
  const {audience = '', ...others} = Object.fromEntries(options)
  return {...others, audience: String(audience)}
}

function readSwitch(value: string): boolean {
  const read = switches.get(value)
  if (read === undefined)
    throw new RangeError(`Unknown page \`${value}\`${explain(value, ['true', 'false'])}`)
  return read
}

function readWidth(value: string): number {
  if (!/^\d+$/.test(value))
    throw new RangeError(`\`width\` is a whole number of columns from 0, not \`${value}\``)
  return Number(value)
}
