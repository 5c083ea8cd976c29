import {collapsed, isElement, isText, type XmlElement, type XmlNode} from './xml.ts'

/** Elements whose text no reader of a page is meant to see in its body. */
const unseen = new Set([
  ...['prolog', 'titlealts', 'data', 'data-about', 'draft-comment', 'required-cleanup', 'indexterm', 'alt'],
  ...['indextermref', 'unknown'],
])

/**
 * Text of a topic as filtering leaves it for a reader: what to compare a page with. It is read apart from
 * what makes the page.
 *
 * @param isShown Whether the reader gets an element, by its own attributes.
 */
export function textOfTopic(root: XmlElement, isShown: (element: XmlElement) => boolean): string {
  const footnotes: string[] = []
  const textOf = (node: XmlNode): string => {
    if (isText(node)) return node.text
    if (!isElement(node) || unseen.has(node.name) || !isShown(node)) return ''
    const {name, children, attributes} = node
    if (name === 'title' && node.parent === root) return ''
    if (name === 'desc' && node.parent && 'name' in node.parent && node.parent.name === 'xref') return ''
    // Below what they are the title of.
    const isLast = (child: XmlNode): boolean => name === 'fig' && isElement(child) && child.name === 'title'
    const inOrder = [...children.filter(child => !isLast(child)), ...children.filter(isLast)]
    const text = inOrder.map(textOf).join(' ')
    if (name === 'fn') {
      footnotes.push(text)
      return ''
    }
    const isBareLink = ['xref', 'link'].includes(name) && text.trim() === ''
    return isBareLink ? ` ${attributes.href ?? ''} ` : text
  }
  return collapsed([textOf(root), ...footnotes].join(' '))
}
