const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi'])
const rightToLeftScripts = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/**
 * Direction in which a locale is written.
 *
 * @param locale BCP 47 tag; a script in it decides (`az-Arab`), else its language.
 */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = locale.split('-')
  if (script.length === 4) return rightToLeftScripts.has(script) ? 'rtl' : 'ltr'
  return rightToLeft.has(language.toLowerCase()) ? 'rtl' : 'ltr'
}
