import CSL from 'citeproc'
import type {PhrasingContent} from 'mdast'
import {doiUrl, pmcUrl, pubmedUrl} from '../references/styles/parts.ts'
import {link, text} from '../references/styles/sentences.ts'

/**
 * Our output format of citeproc: text in which private-use characters open and close what is formatted, so that no HTML is made
 * and none has to be read. The characters themselves never come from a reference: they are taken out of its text.
 */
export const formatName = 'parlance'

const open = '\uE000'
const body = '\uE001'
const close = '\uE002'
const mark = (kind: string): string => `${open}${kind}${body}%%STRING%%${close}`

CSL.Output.Formats[formatName] = {
  ...CSL.Output.Formats.text,
  text_escape: (text: string | undefined) => (text ?? '').replace(/[\uE000-\uE002]/g, ''),
  '@font-style/italic': mark('italic'),
  '@font-style/oblique': mark('italic'),
  '@font-weight/bold': mark('bold'),
  '@vertical-align/sup': mark('sup'),
  '@vertical-align/sub': mark('sub'),
  '@bibliography/entry': '%%STRING%%',
  '@URL/true': mark('url'),
  '@DOI/true': mark('doi'),
}

/** Text of one cite in a cluster, marked with the key of its work. */
export function markCite(text: string, key: string): string {
  return `${open}cite ${encodeURIComponent(key)}${body}${text}${close}`
}

/** What stands between marks. */
export type Marked = string | {readonly kind: string; readonly children: readonly Marked[]}

/** Read marked text as a tree; a mark that is not closed ends with the text. */
export function readMarks(text: string): readonly Marked[] {
  const root: Marked[] = []
  const stack: {readonly kind: string; readonly children: Marked[]}[] = []
  for (const [, kind, end, words] of text.matchAll(/\uE000([^\uE001]*)\uE001|(\uE002)|([^\uE000\uE002]+)/g)) {
    const siblings = stack.at(-1)?.children ?? root
    if (kind !== undefined) {
      const node = {kind, children: []}
      siblings.push(node)
      stack.push(node)
    } else if (end !== undefined) stack.pop()
    else if (words !== undefined) siblings.push(words)
  }
  return root
}

/** The words alone. */
export function wordsOf(marked: readonly Marked[]): string {
  return marked.map(node => (typeof node === 'string' ? node : wordsOf(node.children))).join('')
}

/**
 * Marked text as phrasing: italics, bold, links. Superscript and subscript have no node in mdast, and small capitals neither:
 * their words stay.
 */
export function toPhrasing(marked: readonly Marked[]): PhrasingContent[] {
  return marked.flatMap((node): PhrasingContent[] => {
    if (typeof node === 'string') return linked(node)
    switch (node.kind) {
      case 'italic':
        return [{type: 'emphasis', children: toPhrasing(node.children)}]
      case 'bold':
        return [{type: 'strong', children: toPhrasing(node.children)}]
      default:
        return toPhrasing(node.children)
    }
  })
}

/** DOIs, URLs and PubMed numbers in a text become links; a full stop behind them is none of theirs. */
function linked(words: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let from = 0
  const address =
    /https?:\/\/[^\s<>]*[^\s<>.,;)\]]|doi:\s?10\.\S*[^\s.,;)\]]|PMID:\s?\d{1,8}\b|PMC\d{4,9}\b/gi
  for (const {index, 0: value} of words.matchAll(address)) {
    if (index > from) nodes.push(text(words.slice(from, index)))
    nodes.push(link(value, urlOf(value)))
    from = index + value.length
  }
  if (from < words.length) nodes.push(text(words.slice(from)))
  return nodes
}

function urlOf(address: string): string {
  const doi = /^doi:\s?(.*)$/i.exec(address)?.[1]
  if (doi !== undefined) return doiUrl(doi)
  const pmid = /^PMID:\s?(\d+)$/i.exec(address)?.[1]
  if (pmid !== undefined) return pubmedUrl(pmid)
  return /^PMC/i.test(address) ? pmcUrl(address) : address
}
