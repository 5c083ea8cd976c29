import {type DefaultTreeAdapterTypes, defaultTreeAdapter, parse} from 'parse5'
import {script as answerScript} from '../../src/core/5-serialize/html/page/client/answer.js?script'

type Element = DefaultTreeAdapterTypes.Element
type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document

/** All elements of a page, in document order, as a browser's parser builds them. */
function elementsOf(html: string): readonly Element[] {
  const found: Element[] = []
  const visit = (node: Node): void => {
    if (defaultTreeAdapter.isElementNode(node)) found.push(node)
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
  }
  visit(parse(html))
  return found
}

/** Elements that a page of Parlance, or sanitized HTML of an author, may hold. */
const allowed = new Set(
  (
    'html head meta title link style script body a abbr article aside b blockquote br button code dd del details dfn div dl dt em figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span ' +
    'strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var'
  ).split(' '),
)

const urls = new Set([
  'href',
  'src',
  'cite',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'longdesc',
])

/** What a page holds that could run, load or reach out; empty for a safe one. */
export function dangersIn(html: string): readonly string[] {
  return elementsOf(html).flatMap(({tagName, attrs, namespaceURI, childNodes}) => {
    const attribute = new Map(attrs.map(({name, value}) => [name, value]))
    const found: string[] = []
    if (!allowed.has(tagName)) found.push(`<${tagName}>`)
    if (namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`<${tagName}> of ${namespaceURI}`)
    if (tagName === 'script') {
      const text = childNodes.map(node => ('value' in node ? node.value : '')).join('')
      if (attribute.get('type') === 'application/ld+json') JSON.parse(text)
      else if (text !== answerScript) found.push('a script that runs')
    }
    if (tagName === 'input' && attribute.get('type') !== 'checkbox') found.push('a field')
    const equivalent = attribute.get('http-equiv')
    if (tagName === 'meta' && equivalent !== undefined && equivalent !== 'Content-Security-Policy')
      found.push('meta http-equiv')
    for (const {name, value} of attrs) {
      if (/^on/i.test(name)) found.push(`a handler ${name}`)
      if (name === 'style' || name === 'srcdoc' || name === 'name') {
        if (!(tagName === 'meta' && name === 'name')) found.push(`an attribute ${name}`)
      }
      const scheme = /^[\u0000-\u0020]*([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\t\n\r]/g, ''))?.[1]
      const isEmptyIcon = tagName === 'link' && value === 'data:,'
      if (urls.has(name) && !isEmptyIcon && scheme !== undefined && !/^(?:https?|mailto|tel)$/i.test(scheme))
        found.push(`a URL ${value}`)
    }
    return found
  })
}

/** Ids that stand on more than one element. */
export function duplicateIds(html: string): readonly string[] {
  const ids = elementsOf(html).flatMap(({attrs}) =>
    attrs.filter(({name}) => name === 'id').map(({value}) => value),
  )
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
