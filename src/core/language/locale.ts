/** Whether a text is a structurally valid language tag: `en`, `es-MX`. @see https://www.rfc-editor.org/info/bcp47 */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // RangeError: it is none
  }
}
