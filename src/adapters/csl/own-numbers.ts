import {isNumber} from './citation-form.ts'
import type {XmlNode} from './xml.ts'

/** Parlance's own variable that stands for `citation-number`. */
export const numberVariable = 'parlance-number'

/** A style that prints our variable for the number; the same object where it prints none. */
export function withOwnNumbers(node: XmlNode): XmlNode {
  const children = node.children.map(child => (typeof child === 'string' ? child : withOwnNumbers(child)))
  if (isNumber(node)) return {name: 'text', attrs: {...node.attrs, variable: numberVariable}, children}
  return children.every((child, index) => child === node.children[index]) ? node : {...node, children}
}
