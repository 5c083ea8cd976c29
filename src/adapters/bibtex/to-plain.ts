/**
 * Signs that stand raised or lowered in Unicode: dropping the markup of `10<sup>6</sup>` would change the
 * number.
 */
const raised: ReadonlyMap<string, string> = zip('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')
const lowered: ReadonlyMap<string, string> = zip('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎')

function zip(from: string, to: string): ReadonlyMap<string, string> {
  const signs = [...to]
  return new Map([...from].map((sign, index) => [sign, signs[index] ?? sign]))
}

/** The tags that Citation.js writes for markup of LaTeX, and no others: `<` may be a sign of the text. */
const tags = /<\/?(?:i|b)>|<span (?:style="font-variant:small-caps;"|class="nocase")>|<\/span>/g

/**
 * A text without markup but that of subscripts and superscripts; digits and signs have Unicode forms for
 * them.
 */
export function toPlain(text: string): string {
  return (
    text
      .replace(/<sup>([^<]*)<\/sup>/g, (_, inner: string) => moved('sup', inner, raised))
      .replace(/<sub>([^<]*)<\/sub>/g, (_, inner: string) => moved('sub', inner, lowered))
      .replace(tags, '')
      // An accent above `\\i` stands on a letter without its dot, which Unicode does not compose.
      .replace(/ı(?=\p{Mn})/gu, 'i')
      .replace(/ȷ(?=\p{Mn})/gu, 'j')
      .normalize('NFC')
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
  )
}

function moved(tag: 'sub' | 'sup', text: string, signs: ReadonlyMap<string, string>): string {
  const out = [...text].map(sign => signs.get(sign))
  return out.every(sign => sign !== undefined) ? out.join('') : `<${tag}>${text}</${tag}>`
}

/**
 * Fields of an item in which a command of LaTeX is left, with the first of them.
 *
 * @param written The values that the item was read from: in the item, the argument of a command stands close
 * behind it.
 */
export function commandsIn(
  item: Readonly<Record<string, unknown>>,
  written: readonly (string | number)[],
): readonly (readonly [string, string])[] {
  const known = written.flatMap(value => String(value).match(/\\[a-zA-Z]+/g) ?? [])
  return Object.entries(item).flatMap(([field, value]) => {
    const texts = Array.isArray(value) ? value.flatMap(part => Object.values(Object(part))) : [value]
    const left = texts.flatMap(text =>
      typeof text === 'string' ? (text.match(/\\[a-zA-Z]+/g) ?? []) : [],
    )[0]
    if (left === undefined) return []
    return [[field, known.find(command => left.startsWith(command)) ?? left] as const]
  })
}
