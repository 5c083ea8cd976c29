import {parseXml, XmlElement, XmlError, XmlText} from '@rgrove/parse-xml'

/**
 * An element in the form that citeproc takes for parsed XML. Elements stand in elements, or one text does.
 */
export interface XmlNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/**
 * Read a CSL file.
 *
 * @param text The whole file.
 * @param what How messages name it.
 * @param root Name that its root must have.
 * @throws {CslError} Where it is no XML, or another kind of document.
 */
export function readXml(text: string, what: string, root: 'style' | 'locale'): XmlNode {
  const found = rootOf(text, what)
  const namespace = found.attributes.xmlns
  if (found.name !== root || namespace !== cslNamespace) {
    const xmlns = namespace === undefined ? '' : ` xmlns="${namespace}"`
    throw new CslError(
      `${what} begins with \`<${found.name}${xmlns}>\`: it must begin with \`<${root} xmlns="${cslNamespace}">\``,
    )
  }
  return toNode(found)
}

const cslNamespace = 'http://purl.org/net/xbiblio/csl'

function rootOf(text: string, what: string): XmlElement {
  try {
    const {root} = parseXml(text.trimStart())
    if (root !== null) return root
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const reason = error.message.split('\n')[0] ?? ''
    throw new CslError(`${what} is no well-formed XML: ${reason}`, {cause: error})
  }
  throw new CslError(`${what} is no XML: it has no element`)
}

/** Elements whose text is printed, even where it is empty. */
const printed = new Set(['term', 'single', 'multiple'])

function toNode({name, attributes, children}: XmlElement): XmlNode {
  const elements = children.filter(child => child instanceof XmlElement).map(toNode)
  if (elements.length > 0) return {name, attrs: attributes, children: elements}
  const text = children
    .map(child => (child instanceof XmlText ? child.text : ''))
    .join('')
    .replace(/\s*[\r\n]\s*/g, ' ')
  return {name, attrs: attributes, children: text.trim() !== '' || printed.has(name) ? [text] : []}
}

/** Elements below a node, at any depth, itself first. */
export function* elementsOf(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) if (typeof child !== 'string') yield* elementsOf(child)
}

/** First child of a name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name)
}

/** Text of a node that holds nothing else. */
export function textOf(node: XmlNode | undefined): string | undefined {
  const [text] = node?.children ?? []
  return typeof text === 'string' ? text.trim() : undefined
}

/** A style or a locale that cannot be used. The message says what was found and what to bring instead. */
export class CslError extends Error {
  /** Always `CslError`. */
  override readonly name = 'CslError'
}
