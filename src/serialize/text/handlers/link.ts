import type {Link} from 'mdast'
import type {Context} from '../context.ts'
import {inline} from '../inline.ts'
import {printedUrl} from '../printed-url.ts'

/** `text <URL>`; the address alone where the text says the same. */
export function link(node: Link, context: Context): string {
  const text = context.phrasing(node.children)
  const url = printedUrl(node.url)
  const title = node.title ? ` (${inline(node.title)})` : ''
  if (url === '' || bare(text) === bare(url)) return text + title
  return text.trim() === '' ? `<${url}>${title}` : `${text} <${url}>${title}`
}

/** What a reader would copy: without the scheme that goes without saying and the slash at the end. */
function bare(address: string): string {
  return decoded(address.trim())
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address // not percent-encoded after all
  }
}
