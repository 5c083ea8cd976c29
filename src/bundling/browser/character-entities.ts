import {ascending} from './ascending.ts'

/**
 * The table of `character-entities`, in the order of what the names stand for.
 *
 * @param names Of one text, separated by dots; `+` and a code point in base 36 follow where the text has two
 * characters.
 * @param steps From the first character of one text to that of the next, as `ascending` reads them.
 */
export function characterEntities(names: string, steps: string): Record<string, string> {
  const first = ascending(steps)
  const entries = names.split(' ').flatMap((group, index) => {
    const [same = '', second] = group.split('+')
    const text = String.fromCodePoint(
      first[index] ?? 0,
      ...(second === undefined ? [] : [Number.parseInt(second, 36)]),
    )
    return same.split('.').map(name => [name, text] as const)
  })
  return Object.fromEntries(entries)
}
