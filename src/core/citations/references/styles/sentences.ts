import type {PhrasingContent} from 'mdast'
import {textToPhrasing} from '../../../language/index.ts'

/** A part of an entry: text, or nodes such as a link. */
export type SentencePart = string | readonly PhrasingContent[]

/**
 * Join parts to one entry as sentences: each ends with one full stop, empty ones leave nothing behind.
 *
 * @param parts In order; text without its full stop.
 */
export function sentences(parts: readonly SentencePart[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (const part of parts) {
    const content: readonly PhrasingContent[] = typeof part === 'string' ? textNodes(part.trim()) : part
    if (content.length === 0) continue
    if (nodes.length > 0) nodes.push({type: 'text', value: ' '})
    nodes.push(...content)
    if (!endsSentence(content)) nodes.push({type: 'text', value: '.'})
  }
  return mergeTexts(nodes)
}

/** `volume(issue):pages` and the like: no brackets and no colon where there is nothing for them. */
export function locate(
  volume: string | undefined,
  issue: string | undefined,
  pages: string | undefined,
): string {
  const place = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
  return [place, pages?.replace(/-+/g, '–')].filter(Boolean).join(':')
}

/** A link whose text is what a reader would copy. */
export function link(text: string, url: string): PhrasingContent {
  return {type: 'link', url, children: [{type: 'text', value: text}]}
}

export function text(value: string): {type: 'text'; value: string} {
  return {type: 'text', value}
}

function textNodes(value: string): PhrasingContent[] {
  return textToPhrasing(value)
}

function endsSentence(content: readonly PhrasingContent[]): boolean {
  const last = content.at(-1)
  if (last?.type === 'link') return true // a full stop behind a URL would be read as part of it
  if (last?.type === 'emphasis' || last?.type === 'subscript' || last?.type === 'superscript')
    return endsSentence(last.children)
  return last?.type === 'text' && /[.?!…]["”’)]?$/.test(last.value)
}

function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      merged[merged.length - 1] = {type: 'text', value: last.value + node.value}
    else merged.push(node)
  }
  return merged
}
