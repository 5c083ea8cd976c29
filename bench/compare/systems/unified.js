import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {audiences, Numbers} from '../model.js'
import {write} from './markdown-it.js'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/**
 * What a usual plugin does: directives for others go, the rest stand for their children, citations get
 * numbers.
 */
function select(node, audience, numbers) {
  if (node.children === undefined) return [node]
  const isDirective = node.type.endsWith('Directive')
  if (isDirective && node.name === 'cite')
    return [{type: 'text', value: numbers.cite(node.children[0].value.split('; '))}]
  if (isDirective && audiences.includes(node.name) && node.name !== audience) return []
  const children = node.children.flatMap(child => select(child, audience, numbers))
  return isDirective ? children : [{...node, children}]
}

function html(tree, audience) {
  const numbers = new Numbers()
  const [selected] = select(tree, audience, numbers)
  return `${toHtml(toHast(selected))}${numbers.html}`
}

/** One parse for all readers. */
export const unifiedOnce = {
  name: 'unified, parsed once',
  write,
  compile: source => parser.parse(source),
  html,
}

/** How most sites do it: the whole pipeline for each reader. */
export const unifiedEach = {
  name: 'unified, parsed for each reader',
  write,
  compile: source => source,
  html: (source, audience) => html(parser.parse(source), audience),
}
