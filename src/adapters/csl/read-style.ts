import {CslError, childOf, elementsOf, readXml, textOf, type XmlNode} from './xml.ts'

/**
 * Read a style that stands on its own.
 *
 * @param text A `.csl` file.
 * @param id How messages name it.
 * @throws {CslError} For what is no style, and for one that only names another.
 */
export function readStyle(text: string, id: string): XmlNode {
  const style = readXml(text, `The style \`${id}\``, 'style')
  if (childOf(style, 'citation') !== undefined) return style
  const info = childOf(style, 'info')
  const parent = [...elementsOf(style)].find(
    ({name, attrs}) => name === 'link' && attrs.rel === 'independent-parent',
  )?.attrs.href
  if (parent === undefined)
    throw new CslError(
      `The style \`${id}\` has no \`<citation>\`: bring the file of a whole style, not a part of one`,
    )
  const title = textOf(childOf(info, 'title')) ?? id
  throw new CslError(
    `The style \`${id}\` (“${title}”) is a dependent one: it prints as its parent \`${parent}\` does. Bring the parent’s file, \`${parent.split('/').at(-1)}.csl\``,
  )
}
