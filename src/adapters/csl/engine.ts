import CSL, {type CiteprocBlob, type CiteprocItem, type Decoration} from 'citeproc'
import type {Reference} from '../../core/language/index.ts'
import type {CslLocale} from './locales.ts'
import {mark, withoutMarks} from './marks.ts'
import {urlOf} from './work-url.ts'
import type {XmlNode} from './xml.ts'

/**
 * citeproc with an output format of our own: marks instead of HTML. The format belongs to the instance, so
 * that other users of citeproc in the same process notice nothing.
 */
class MarkingEngine extends CSL.Engine {
  override setOutputFormat(): void {
    super.setOutputFormat('text') // escapes nothing
    this.fun.decorate = {...this.fun.decorate, ...decorations}
  }
}

export type Engine = InstanceType<typeof CSL.Engine>

/**
 * A citeproc engine without any state yet.
 *
 * @param style Parsed style; it is copied, since citeproc changes it.
 * @param locale The words that it prints.
 * @param itemOf A work by its id, as `toItem` makes it.
 */
export function openEngine(style: XmlNode, locale: CslLocale, itemOf: (id: string) => CiteprocItem): Engine {
  const engine = new MarkingEngine(
    {
      retrieveLocale: () => structuredClone(locale.xml),
      retrieveItem: itemOf,
      variableWrapper: unused, // that they are there turns the marks around variables and cites on
      wrapCitationEntry: unused,
    },
    structuredClone(style),
    locale.lang,
  )
  engine.opt.development_extensions.apply_citation_wrapper = true
  return engine
}

const unused = (): string => ''

/** A reference as citeproc takes it, under an id that is no name of an object's own. */
export function toItem(reference: Reference, id: string): CiteprocItem {
  const copy = JSON.parse(withoutMarks(JSON.stringify(reference))) as CiteprocItem // the same, copied
  return {...copy, id, system_id: id}
}

function around(name: string): Decoration {
  return (_, text) => mark(name, text)
}

const plain: Decoration = (_, text) => text
const spaced: Decoration = (_, text) => ` ${text}`

/**
 * By attribute and value of CSL; `@showid`, `@cite` and `@bibliography` stand around variables, cites and
 * entries.
 */
const decorations: Record<string, Record<string, Decoration>> = {
  '@font-style': {italic: around('italic'), oblique: around('italic'), normal: around('upright')},
  '@font-weight': {bold: around('bold'), normal: around('regular'), light: plain},
  '@vertical-align': {sup: around('sup'), sub: around('sub'), baseline: plain},
  '@display': {
    block: spaced,
    indent: spaced,
    'left-margin': (_, text) => `${text.trimEnd()} `,
    'right-inline': plain,
  },
  '@showid': {true: linked},
  '@cite': {
    entry(this: CiteprocBlob, _, text) {
      return mark(`cite:${this.item_id}`, text)
    },
  },
  '@bibliography': {
    entry(this: CiteprocBlob, _, text) {
      return mark(`entry:${this.system_id}`, text)
    },
  },
}

/**
 * Marks where a variable leads to. The link covers the value and what is written onto it, like `doi:` or
 * `https://doi.org/`, but no words before it.
 */
function linked(this: CiteprocBlob, _: unknown, text: string): string {
  const [variable = ''] = this.params?.variableNames ?? []
  const value = this.params?.itemData[variable]
  const url = typeof value === 'string' ? urlOf(variable, value) : undefined
  if (typeof value !== 'string' || url === undefined) return text
  const at = text.lastIndexOf(value)
  if (at < 0) return mark(`link:${url}`, text)
  const start = text.slice(0, at).search(/[^\s(<[\uFDD0-\uFDD2]*$/)
  const end = at + value.length
  return text.slice(0, start) + mark(`link:${url}`, text.slice(start, end)) + text.slice(end)
}
