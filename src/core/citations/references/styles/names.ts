import type {Name} from '../../../language/index.ts'

/**
 * Names as the medical journals print them: `Swain SM, Baselga J, Kim SB, et al`.
 *
 * @param names Authors or editors.
 * @param most How many may stand there before the rest becomes `et al`.
 * @param shown How many are named where there are more.
 */
export function formatNames(names: readonly Name[] | undefined, most = 6, shown = most): string {
  if (names === undefined || names.length === 0) return ''
  const printed = names.map(formatName).filter(name => name !== '')
  return printed.length > most ? `${printed.slice(0, shown).join(', ')}, et al` : printed.join(', ')
}

function formatName(name: Name): string {
  if (name.literal !== undefined) return name.literal.trim()
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  const family = [particle, name.family].filter(Boolean).join(' ')
  return [family, initials(name.given), name.suffix?.replace(/\.$/, '')].filter(Boolean).join(' ')
}

/** `Sung-Bae` becomes `SB`, `J.` becomes `J`. */
function initials(given: string | undefined): string {
  if (given === undefined) return ''
  const words = given.split(/[\s.\-‐]+/u).filter(Boolean)
  return words
    .map(word => (/^\p{Lu}{2,3}$/u.test(word) ? word : (/\p{L}/u.exec(word)?.[0] ?? '').toUpperCase()))
    .join('')
}
