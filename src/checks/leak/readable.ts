import {decodeReferences, withoutOwnCode} from '../../core/language/index.ts'

/** Attributes that hold an author's text or names. */
const attribute =
  /\s(?:id|href|src|alt|title|content|aria-label|cite|datetime|lang)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g

/**
 * What can be read in an output: text, comments and the attributes that hold text. Of HTML without style
 * sheets; of JSON, the strings.
 */
export function readable(output: string): string {
  if (/^\s*[{[]/.test(output)) return strings(parsed(output)).map(textOfHtml).join('\n')
  return /^\s*</.test(output) ? textOfHtml(output) : output
}

function textOfHtml(html: string): string {
  const text = withoutOwnCode(html).replace(/<[a-z!/][^>]*>/gi, tag => {
    if (tag.startsWith('<!--')) return ` ${tag.slice(4)} `
    return ` ${[...tag.matchAll(attribute)].map(([, double, single, bare]) => decodeUrl(double ?? single ?? bare ?? '')).join(' ')} `
  })
  return decodeReferences(text).replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

function decodeUrl(value: string): string {
  try {
    return `${value} ${decodeURIComponent(value)}`
  } catch {
    return value // a `%` that encodes nothing
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json // text that only begins like JSON
  }
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}
