import {decodeReferences} from '../language/index.ts'

/** A piece of raw HTML: running text with its character references as typed, or a tag. */
export type HtmlToken =
  | {readonly type: 'text'; readonly value: string}
  | {
      readonly type: 'tag'
      readonly name: string
      readonly closes: boolean
      readonly attributes: ReadonlyMap<string, string>
    }

const comment = String.raw`<!--[\s\S]*?(?:-->|$)`
const declaration = '<[!?][^>]*(?:>|$)'
const unread = String.raw`<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)`
const tag = String.raw`<(\/?)([A-Za-z][^\s\/><]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>`
const token = new RegExp(`${comment}|${declaration}|${unread}|${tag}`, 'gi')
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/**
 * Cut raw HTML into text and tags, for formats that cannot hand it to a sanitizer. Comments, declarations,
 * scripts and styles are left out; what is no whole tag is text.
 */
export function* htmlTokens(html: string): Iterable<HtmlToken> {
  let from = 0
  for (const match of html.matchAll(token)) {
    if (match.index > from) yield {type: 'text', value: html.slice(from, match.index)}
    from = match.index + match[0].length
    const [, , closes, name, attributes = ''] = match
    if (name !== undefined)
      yield {
        type: 'tag',
        name: name.toLowerCase(),
        closes: closes === '/',
        attributes: attributesOf(attributes),
      }
  }
  if (from < html.length) yield {type: 'text', value: html.slice(from)}
}

function attributesOf(source: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(attribute)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeReferences(double ?? single ?? bare ?? ''))
  }
  return attributes
}

/** C0 and C1 controls but the tab and the line feed: a terminal would obey them. */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g

/** Text in which control characters can be seen, each as U+FFFD, and do nothing. */
export function visible(text: string): string {
  return text.replace(controls, '\uFFFD')
}
