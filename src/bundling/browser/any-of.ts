import {ascending} from './ascending.ts'

/** Finds every character of some ranges; `steps` are their ends in turn, as `ascending` reads them. */
export function anyOf(steps: string): RegExp {
  const ends = ascending(steps).map(end => `\\u{${end.toString(16)}}`)
  return new RegExp(`[${ends.map((end, index) => (index % 2 === 0 ? end : `-${end}`)).join('')}]`, 'gu')
}
