import {parseXml, type XmlDocument, XmlElement} from '@rgrove/parse-xml'
import {CslError} from './engine.ts'

/** What Parlance itself reads of a style. */
export interface StyleFacts {
  /** Whether citations are numbers; any other style prints a variant as a whole. */
  readonly numeric: boolean
  /** Whether the list has an order of its own, other than that of the numbers. */
  readonly sortsList: boolean
  /** Around a whole cluster. */
  readonly prefix: string
  readonly suffix: string
}

const namespace = 'http://purl.org/net/xbiblio/csl'

/**
 * @param id Of the style, for messages.
 * @param text Of a `.csl` file.
 * @throws {CslError} For a text that is no XML or no CSL, a style that depends on another, one that puts citations into notes, and one
 *   that calls a macro which it lacks.
 * @see https://docs.citationstyles.org/en/stable/specification.html#file-types
 */
export function readStyle(id: string, text: string): StyleFacts {
  const style = rootOf(text, `The style \`${id}\``, 'style')
  const citation = below(style, 'citation')[0]
  const layout = citation && below(citation, 'layout')[0]
  if (layout === undefined) {
    const parent = below(style, 'link').find(({attributes}) => attributes.rel === 'independent-parent')
      ?.attributes.href
    const where =
      parent === undefined
        ? 'its `citation` has no `layout`'
        : `it depends on another: bring \`${parent}\` instead`
    throw new CslError(`The style \`${id}\` cannot stand alone: ${where}`)
  }
  if (style.attributes.class === 'note')
    throw new CslError(`The style \`${id}\` puts its citations into notes; choose one of class \`in-text\``)
  const macros = new Set(below(style, 'macro').map(({attributes}) => attributes.name))
  const missing = elementsOf(style).find(({attributes: {macro}}) => macro !== undefined && !macros.has(macro))
    ?.attributes.macro
  if (missing !== undefined)
    throw new CslError(`The style \`${id}\` calls the macro \`${missing}\`, which it lacks`)
  const format = below(style, 'category').find(({attributes}) => attributes['citation-format'] !== undefined)
  return {
    numeric:
      format === undefined
        ? elementsOf(style).some(({attributes}) => attributes.variable === 'citation-number')
        : format.attributes['citation-format'] === 'numeric',
    sortsList: sortsList(style),
    prefix: layout.attributes.prefix ?? '',
    suffix: layout.attributes.suffix ?? '',
  }
}

/**
 * The language of a locale file.
 *
 * @throws {CslError} For a text that is no CSL locale.
 */
export function languageOf(id: string, text: string): string {
  const what = `A locale of the style \`${id}\``
  const language = rootOf(text, what, 'locale').attributes['xml:lang']
  if (language === undefined)
    throw new CslError(`${what} names no language: its \`locale\` needs \`xml:lang\``)
  return language
}

function rootOf(text: string, what: string, name: string): XmlElement {
  let document: XmlDocument
  try {
    document = parseXml(text)
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : []
    throw new CslError(`${what} is no XML: ${reason}`)
  }
  const {root} = document
  if (root?.name !== name || root.attributes.xmlns !== namespace)
    throw new CslError(
      `${what} is no CSL file: it needs a root element \`${name}\` of the namespace \`${namespace}\``,
    )
  return root
}

function sortsList(style: XmlElement): boolean {
  const list = below(style, 'bibliography')[0]
  const [key] = list === undefined ? [] : below(list, 'key')
  return key !== undefined && key.attributes.variable !== 'citation-number'
}

/** All elements of a name below one, in order. */
function below(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).filter(found => found.name === name)
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap(child => (child instanceof XmlElement ? [child, ...elementsOf(child)] : []))
}
