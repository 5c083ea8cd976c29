import {isUnsafeUrl} from '../../language/index.ts'
import {htmlTokens} from '../raw-html.ts'

const elements = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody ' +
    'td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)
const attributes = new Set([
  'alt',
  'cite',
  'colspan',
  'dir',
  'height',
  'href',
  'lang',
  'open',
  'rowspan',
  'scope',
  'src',
  'start',
  'title',
  'width',
])
const urls = new Set(['cite', 'href', 'src'])

/** Tags that make what follows them raw HTML up to a blank line; `pre` up to its end. */
const block =
  /^\s{0,3}<\/?(?:address|article|aside|blockquote|caption|col|colgroup|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/

/**
 * Raw HTML without anything that could run, load or style: of a tag that is not on the list only the text
 * inside stays, and so with attributes. A renderer of the Markdown may sanitize again; this does not rely on
 * it. Text stays raw HTML: asterisks in it do not become Markdown because a tag around it was removed.
 *
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
export function cleanHtml(html: string): string {
  let out = ''
  let holdsText = false
  for (const token of htmlTokens(html)) {
    if (token.type === 'text') {
      out += token.value.replace(/</g, '&lt;')
      holdsText ||= token.value.trim() !== ''
    } else if (elements.has(token.name)) {
      out += token.closes ? `</${token.name}>` : `<${token.name}${kept(token.attributes)}>`
    }
  }
  const whole = holdsText && !block.test(out) ? `<div>${out}</div>` : out
  return whole.startsWith('<pre') ? whole : whole.replace(/\n[\t ]*(?=\n)/g, '')
}

function kept(written: ReadonlyMap<string, string>): string {
  let out = ''
  for (const [name, value] of written) {
    if (!attributes.has(name) || (urls.has(name) && isUnsafeUrl(value))) continue
    out += ` ${name}="${value.replace(/[&<>"\n]/g, character => `&#${character.charCodeAt(0)};`)}"`
  }
  return out
}
