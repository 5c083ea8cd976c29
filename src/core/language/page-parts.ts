/** Parts of a whole HTML page, in their usual order. */
export const pageParts = [
  'banner',
  'title',
  'review',
  'question',
  'contents',
  'body',
  'glossary',
  'references',
  'disclaimer',
  'followUp',
] as const

export type PagePart = (typeof pageParts)[number]

/** Parts that no layout may leave out: the text, what its links lead to, and what a reader is warned of. */
export const neededParts: readonly PagePart[] = [
  'banner',
  'title',
  'body',
  'glossary',
  'references',
  'disclaimer',
]

/** Names that a template puts in place: what the page as a whole needs, all parts together, and each part. */
export const templateSlots = [
  'lang',
  'dir',
  'title',
  'head',
  'policy',
  'content',
  'script',
  ...pageParts.map(part => `part:${part}`),
]

/** HTML by the name of its slot; `lang`, `dir` and `title` are escaped text. */
export type TemplateSlots = ReadonlyMap<string, string>

/** A publisher's own page around the parts that Parlance renders. */
export type PageTemplate = (slots: TemplateSlots) => string

/**
 * The style sheet, the script and the policy of our own pages. Data in scripts has a type, and is not among
 * it.
 */
const own =
  /<style>[\s\S]*?<\/style>|<script data-parlance="">[\s\S]*?<\/script>|<meta http-equiv="Content-Security-Policy" content="[^"]*">/g

/** A whole page without the code that is the same for all readers: each piece of it becomes a blank. */
export function withoutOwnCode(html: string): string {
  return html.replace(own, ' ')
}
