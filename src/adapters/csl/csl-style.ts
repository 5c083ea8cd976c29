import type {CitationStyle} from '../../core/language/index.ts'
import {readForm} from './citation-form.ts'
import {openEngine} from './engine.ts'
import {type CslLocale, localeFor, readLocales} from './locales.ts'
import {printNumbers} from './print-numbers.ts'
import {printWorks} from './print-works.ts'
import {readStyle} from './read-style.ts'
import {openWorks, type Works} from './works.ts'
import {CslError, type XmlNode} from './xml.ts'

/** Options of `readCslStyle`. */
export interface CslOptions {
  /** Id that configuration and `render` know the style by. */
  readonly id: string
  /** Text of a `.csl` file: of a style that stands on its own, not of a dependent one. */
  readonly style: string
  /**
   * Text of a locale file (`locales-en-US.xml`), or of several. A page gets the one of its locale, else of
   * its language, else the first; so one alone serves all pages. A style that names a `default-locale` prints
   * in that one always.
   */
  readonly locales: string | readonly string[]
}

/**
 * A citation style from a CSL file. citeproc-js formats the entries and, in styles without numbers, the
 * citations; numbers, their order and their ranges are Parlance's.
 *
 * @param options The id of the style, and the texts of its file and of locale files.
 * @returns A value for `citationStyles` of the configuration.
 * @throws {CslError} Where the style or a locale cannot be used; the message says what to bring.
 * @see https://docs.citationstyles.org/en/stable/specification.html
 * @example
 * import {defineConfig} from 'parlance-md'
 * import {cslStyle} from 'parlance-md/csl'
 * import {readFileSync} from 'node:fs'
 *
 * const read = (file: string) => readFileSync(file, 'utf8')
 *
 * export default defineConfig({
 *   citationStyles: {
 *     lancet: cslStyle({id: 'lancet', style: read('lancet.csl'), locales: read('locales-en-US.xml')}),
 *   },
 *   citationStyle: 'lancet',
 * })
 */
export function cslStyle({id, style: text, locales: texts}: CslOptions): CitationStyle {
  const style = readStyle(text, id)
  const form = readForm(style, id)
  const fixed = style.attrs['default-locale']
  const locales = readLocales(typeof texts === 'string' ? [texts] : texts, id, fixed)
  const [first] = locales
  const raised = form.raised && {raised: true}
  if (!form.numbered) {
    assertReadable(style, first, id)
    const never = (): never => {
      throw new RangeError(`The style \`${id}\` has no numbers: it prints a whole variant at once`)
    }
    return {
      id,
      ...raised,
      cluster: never,
      entry: never,
      print: (cited, locale) => printWorks(cited, style, form, localeFor(locale, locales)),
    }
  }
  const opened = new Map<CslLocale, Works>()
  const worksFor = (locale: CslLocale): Works => {
    const works = opened.get(locale) ?? openWorks(style, form, locale)
    opened.set(locale, works)
    return works
  }
  assertReadable(style, first, id)
  return {
    id,
    ...raised,
    cluster: items => printNumbers(items, form, worksFor(first)),
    entry: (reference, locale) => [...worksFor(localeFor(locale, locales)).entry(reference)],
    ...(form.ordersList && {
      order: (references, locale) =>
        worksFor(localeFor(locale, locales))
          .sort(references)
          .map(reference => reference.id),
    }),
  }
}

/** Have citeproc read a style once, so that what it cannot read is said now. */
function assertReadable(style: XmlNode, locale: CslLocale, id: string): void {
  try {
    openEngine(style, locale, item => ({id: item}))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CslError(`citeproc cannot read the style \`${id}\`: ${reason}`, {cause: error})
  }
}
