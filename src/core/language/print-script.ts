import type {Script} from './nodes.ts'

const plain = '0123456789+-−=()ni'
const printed: Readonly<Record<Script['type'], {readonly signs: string; readonly mark: string}>> = {
  // Unicode lowers a few letters as well; most fonts and screen readers do not know them.
  subscript: {signs: '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎', mark: '_'},
  superscript: {signs: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ', mark: '^'},
}

/**
 * A subscript or superscript where there is only text: `H₂O`, `10⁹` where Unicode has each of its characters,
 * else `C_max`, `^99m`, `C_(max, ss)`. Dropping the mark would change a number.
 */
export function printScript(type: Script['type'], text: string): string {
  const {signs, mark} = printed[type]
  const content = text.trim()
  const raised = [...content].map(character => signs.charAt(plain.indexOf(character)))
  if ([...content].every((character, index) => plain.includes(character) && raised[index] !== ''))
    return raised.join('')
  return /\s/.test(content) ? `${mark}(${content})` : `${mark}${content}`
}
