import {type Document, render} from '../../internal.ts'

/**
 * Text of a page for a reader, without what rendering adds: titles of call-outs, marks of footnotes, that it
 * is a draft.
 *
 * @param audience `undefined`: the first that the page serves.
 * @param where Values of further dimensions.
 * @returns What is in doubt is left out; empty where the page is not for this reader.
 */
export function pageText(
  document: Document,
  audience: string | undefined,
  where: Readonly<Record<string, string>> = {},
): string {
  const reader = audience ?? document.audiences[0]
  if (reader === undefined || !document.audiences.includes(reader)) return ''
  return textIn(render(document, {audience: reader, draft: true, ...where}).value)
}

function textIn(html: string): string {
  return html
    .replace(/<p class="(?:callout-title|draft)"[^>]*>[\s\S]*?<\/p>/g, ' ')
    .replace(/<a [^>]*role="doc-(?:noteref|backlink)"[^>]*>[^<]*<\/a>/g, '')
    .replace(/(<section class="footnotes"[^>]*>)<h2>[^<]*<\/h2>/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\dA-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
}
