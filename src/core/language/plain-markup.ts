import type {Html, PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import {nestTags} from './nest-tags.ts'
import {plainText} from './plain-text.ts'

const tag = /<\/?su[bp]>|<br ?\/?>/g

/**
 * A plain text, as front matter, glossary, variables and references have it, as phrasing: the tags `<sub>`,
 * `<sup>` and `<br>` are all the markup that it takes. One without a partner stays text.
 *
 * @param position Where it was written.
 */
export function textToPhrasing(text: string, position?: Position): PhrasingContent[] {
  const place = position && {position}
  if (text === '') return []
  if (unbalancedTag(text) !== undefined || !text.includes('<')) return [{type: 'text', value: text, ...place}]
  return [...nestTags(pieces(text, place), () => undefined)]
}

/** The same as text alone, for attributes, lists and data. */
export function withoutMarkup(text: string): string {
  return text.includes('<') ? plainText(textToPhrasing(text)) : text
}

/** The first tag of a plain text that has no partner. */
export function unbalancedTag(text: string): string | undefined {
  if (!text.includes('<')) return undefined
  const found: Html[] = []
  nestTags(pieces(text), html => found.push(html))
  return found[0]?.value
}

function pieces(
  text: string,
  place: {readonly position: Position} | undefined = undefined,
): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let from = 0
  for (const {0: value, index} of text.matchAll(tag)) {
    if (index > from) nodes.push({type: 'text', value: text.slice(from, index), ...place})
    nodes.push({type: 'html', value, ...place})
    from = index + value.length
  }
  if (from < text.length) nodes.push({type: 'text', value: text.slice(from), ...place})
  return nodes
}
