const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()n'].map((character, index) => [character, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'[index] ?? character]),
)
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-=()'].map((character, index) => [character, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'[index] ?? character]),
)

/**
 * Text without the tags that stand for LaTeX markup. What was raised or lowered stays so, in Unicode or behind `^` and `_`:
 * 10⁹ must not become 109.
 */
export function plain(text: string): string {
  return text
    .replace(/<sup>(.*?)<\/sup>/gs, (_, inner: string) => shifted(inner, raised, '^'))
    .replace(/<sub>(.*?)<\/sub>/gs, (_, inner: string) => shifted(inner, lowered, '_'))
    .replace(/<\/?(?:i|b|span)(?: [^>]*)?>/g, '')
}

function shifted(text: string, table: Readonly<Record<string, string>>, mark: string): string {
  const characters = [...text]
  if (characters.every(character => character in table))
    return characters.map(character => table[character]).join('')
  if (/^(?:st|nd|rd|th)$/.test(text)) return text // 3rd
  return characters.length === 1 ? `${mark}${text}` : `${mark}(${text})`
}
