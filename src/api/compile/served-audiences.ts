import {readersOf} from '../../core/3-select/reader.ts'
import type {Document} from '../../core/language/index.ts'

/**
 * Audiences with a variant of a page that needs no choice but the audience. Of a page that is restricted to
 * values of further dimensions there may be none.
 */
export function servedAudiences(document: Document): readonly string[] {
  const defaults = [...document.settings.dimensions.values()].flatMap(({name, default: value}) =>
    value === undefined ? [] : [[name, value] as const],
  )
  const readers = readersOf(document).filter(
    ({dimensions}) =>
      dimensions.size === defaults.length &&
      defaults.every(([name, value]) => dimensions.get(name) === value),
  )
  return readers.map(({audience}) => audience)
}
