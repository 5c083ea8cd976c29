import {CslError, elementsOf, readXml, type XmlNode} from './xml.ts'

/** The words of one language. */
export interface CslLocale {
  /** BCP 47 tag, from `xml:lang` of the file. */
  readonly lang: string
  readonly xml: XmlNode
}

/**
 * Read locale files.
 *
 * @param texts `locales-*.xml` files, at least one.
 * @param style Id of the style that needs them, for messages.
 * @param fixed Language that the style always prints in, where it names one.
 * @throws {CslError} Where there is none, one cannot be read, or the style's own language is not among them.
 */
export function readLocales(
  texts: readonly string[],
  style: string,
  fixed: string | undefined,
): readonly [CslLocale, ...CslLocale[]] {
  const locales = texts.map((text, index) => readLocale(text, texts.length > 1 ? ` ${index + 1}` : '', style))
  const [first, ...others] = fixed === undefined ? locales : locales.filter(({lang}) => isSame(lang, fixed))
  if (first !== undefined) return [first, ...others]
  if (fixed === undefined)
    throw new CslError(`The style \`${style}\` has no locale: bring a file like \`locales-en-US.xml\``)
  const found = locales.length === 0 ? 'no locale' : locales.map(({lang}) => `\`${lang}\``).join(', ')
  throw new CslError(
    `The style \`${style}\` always prints in \`${fixed}\`, and was given ${found}: bring \`locales-${fixed}.xml\``,
  )
}

/** The locale for a page: its own, else one of its language, else the first. */
export function localeFor(
  locale: string,
  [first, ...others]: readonly [CslLocale, ...CslLocale[]],
): CslLocale {
  const all = [first, ...others]
  return all.find(({lang}) => lang === locale) ?? all.find(({lang}) => isSame(lang, locale)) ?? first
}

function readLocale(text: string, number: string, style: string): CslLocale {
  const what = `The locale${number} of the style \`${style}\``
  const xml = readXml(text, what, 'locale')
  const lang = xml.attrs['xml:lang']
  if (lang === undefined) throw new CslError(`${what} does not say its language: its root needs \`xml:lang\``)
  if (![...elementsOf(xml)].some(({name, attrs}) => name === 'term' && attrs.name === 'et-al'))
    throw new CslError(`${what} is not whole: it has no term \`et-al\``)
  return {lang, xml}
}

function isSame(left: string, right: string): boolean {
  return left.split('-')[0] === right.split('-')[0]
}
