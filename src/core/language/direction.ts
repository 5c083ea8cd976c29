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

/**
 * Whether a text is a structurally valid language tag: `en`, `es-MX`. @see
 * https://www.rfc-editor.org/info/bcp47
 */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // RangeError: it is none
  }
}
