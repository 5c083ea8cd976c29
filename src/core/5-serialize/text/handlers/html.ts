import type {Html} from 'mdast'
import {decodeReferences} from '../../../language/index.ts'
import {htmlTokens} from '../../raw-html.ts'
import type {PlainTextContext, TextHandler} from '../context.ts'
import {inline} from '../printed.ts'
import {wrap} from '../wrap.ts'

/** Marks without which text would say something else: `10<sup>9</sup>` is no `109`. */
const marks = new Map([
  ['sup', {opening: '^', closing: ''}],
  ['sub', {opening: '_', closing: ''}],
  ['del', {opening: '~~', closing: '~~'}],
  ['s', {opening: '~~', closing: '~~'}],
  ['strike', {opening: '~~', closing: '~~'}],
  ['br', {opening: '\n', closing: ''}],
  ['td', {opening: '', closing: ' | '}],
  ['th', {opening: '', closing: ' | '}],
  ['li', {opening: '\n- ', closing: '\n'}],
])
const block =
  /^(?:address|article|aside|blockquote|caption|center|d[dlt]|details|div|fieldset|fig(?:caption|ure)|footer|form|h[1-6r]|header|main|menu|nav|[ou]l|p|pre|section|summary|table|t(?:body|foot|head|r))$/

/**
 * The text of raw HTML where a project allows it: no tag, no attribute but an image's alternative, no
 * comment.
 */
export const html: TextHandler<Html> = {
  flow: (node, context) => wrap(textOf(node, context), context.width),
  phrasing: textOf,
}

function textOf(node: Html, context: PlainTextContext): string {
  let out = ''
  for (const token of htmlTokens(node.value)) {
    if (token.type === 'text') out += decodeReferences(inline(token.value))
    else if (token.name === 'img')
      out += `[${context.labels.image}: ${inline(token.attributes.get('alt') ?? '')}]`
    else if (block.test(token.name)) out += '\n'
    else out += marks.get(token.name)?.[token.closes ? 'closing' : 'opening'] ?? ''
  }
  return out
}
