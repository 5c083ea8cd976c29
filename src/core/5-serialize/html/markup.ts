import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {PhrasingContent} from 'mdast'
import {textToPhrasing} from '../../language/index.ts'

/** A plain text from front matter, glossary or configuration in HTML, with its subscripts and line breaks. */
export function markup(text: string): ElementContent[] {
  return textToPhrasing(text).map(toElement)
}

function toElement(node: PhrasingContent): ElementContent {
  if (node.type === 'subscript') return h('sub', node.children.map(toElement))
  if (node.type === 'superscript') return h('sup', node.children.map(toElement))
  if (node.type === 'break') return h('br')
  return {type: 'text', value: 'value' in node ? node.value : ''}
}
