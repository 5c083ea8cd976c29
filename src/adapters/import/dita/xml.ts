import {parseXml, XmlCdata, XmlElement, type XmlNode, XmlText} from '@rgrove/parse-xml'
import type {Notes, SourceSpan} from '../imported.ts'

export type {XmlElement, XmlNode}

/**
 * Read XML. The DOCTYPE is not followed: entities and attribute defaults of a DTD are not known.
 *
 * @returns `undefined` after a note where it is not well-formed.
 */
export function readXml(source: string, notes: Notes): XmlElement | undefined {
  try {
    return parseXml(source, {includeOffsets: true}).root ?? undefined
  } catch (error) {
    if (!(error instanceof Error) || !('pos' in error)) throw error
    const start = Number(error.pos)
    const [reason] = error.message.split(' (line')
    notes.error(`This is not well-formed XML: ${reason}`, {start, end: start + 1})
    return undefined
  }
}

export function isElement(node: XmlNode): node is XmlElement {
  return node instanceof XmlElement
}

export function isText(node: XmlNode): node is XmlText {
  return node instanceof XmlText || node instanceof XmlCdata
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(isElement)
}

/** Child elements of some names. */
export function childrenNamed(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return elementsIn(element).filter(({name}) => names.includes(name))
}

/** Blanks and line endings as one blank each, as DITA reads text. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** The name in an element's start tag. */
export function spanOf({start, name}: XmlElement): SourceSpan {
  return {start, end: start + name.length + 1}
}
