const plain = '0123456789+-−=()ni'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'

/**
 * Text in raised characters of Unicode where each of its characters has one, else as it is: mdast has no superscript.
 */
export function raise(text: string): string {
  return translate(text, raised)
}

/** The same for lowered ones: `H₂O`. */
export function lower(text: string): string {
  return translate(text, lowered)
}

function translate(text: string, into: string): string {
  const found = [...text].map(character => into.charAt(plain.indexOf(character)))
  return [...text].every(
    character => into.charAt(plain.indexOf(character)) !== '' && plain.includes(character),
  )
    ? found.join('')
    : text
}
