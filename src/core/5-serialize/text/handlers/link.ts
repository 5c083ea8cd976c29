import type {Link} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import {inline, printedUrl} from '../printed.ts'

/** `text <URL>`; one of the two where both say the same. */
export function link(node: Link, context: PlainTextContext): string {
  const text = context.phrasing(node.children)
  const url = printedUrl(node.url)
  const title = node.title ? ` (${inline(node.title)})` : ''
  return printed(text, url) + title
}

function printed(text: string, url: string): string {
  const [says, leads] = [bare(text), bare(url)]
  if (url === '' || says === leads) return text
  if (says === '') return `<${url}>`
  // A DOI is printed as its URL. @see https://www.crossref.org/display-guidelines/
  if (/^doi:/i.test(says) && leads === `doi.org/${says.slice(4).trim()}`) return url
  // An identifier that everyone can look up needs no second address.
  const [, number] =
    /^(?:PubMed PMID: |PMID: ?|PubMed Central PMCID: |(?=PMC))((?:PMC)?\d+)$/.exec(says) ?? []
  if (number !== undefined && leads.endsWith(`/${number}`)) return text
  return `${text} <${url}>`
}

/** What a reader would copy: without the scheme that goes without saying and the slash at the end. */
function bare(address: string): string {
  return decoded(address.trim())
    .replace(/^(?:https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // not percent-encoded after all
  }
}
