import type {FormatterName} from './formatters.ts'

/**
 * Where a formatter changes what readers get, but for no reader a single word: by formatter and page, with
 * the reason. Only a page that is judged `rearranged` may be here; words that come or go are excused nowhere.
 */
const harmless: readonly {readonly formatter: RegExp; readonly page: RegExp; readonly why: string}[] = [
  {
    formatter: /^prettier/,
    page: /^documents\/links-and-images/,
    why: 'code in a language that Prettier knows is formatted',
  },
  {
    formatter: /^prettier/,
    page: /^inline, /,
    why: '`*x*` in an attribute becomes `_x_`: attributes are plain text, and print either as typed',
  },
  {
    formatter: /^(?:prettier|remark without directives)/,
    page: /^(?:quote|alert|footnote), before a container, compact/,
    why: 'a container right below a quote or a note is moved into it, for the same readers',
  },
  {
    formatter: /^(?:prettier|remark without directives)/,
    page: /^indented code, /,
    why: 'indented code right below a fence is a paragraph with the fence to what knows no fences',
  },
  {
    formatter: /^(?:prettier|remark without directives)/,
    page: /^ordered list from 7, /,
    why: 'right below a fence, a list that begins at another number than 1 is text to what knows no fences, its numbers included',
  },
  {
    formatter: /^markdownlint/,
    page: /^documents\/links-and-images/,
    why: 'a literal `www.…` is put between angle brackets, which CommonMark prints',
  },
  {
    formatter: /^markdownlint/,
    page: /^documents\/lists/,
    why: 'lists that only their bullets keep apart become one, and numbered ones begin at 1',
  },
  {
    formatter: /^markdownlint/,
    page: /^ordered list from 7, /,
    why: 'the rule `ol-prefix` numbers lists from 1: docs/formatters.md turns it off',
  },
]

export const isHarmless = (formatter: FormatterName, page: string): boolean =>
  harmless.some(entry => entry.formatter.test(formatter) && entry.page.test(page))

/**
 * What a formatter destroys without a trace: its result is a sound page, so that no check can find it. With
 * the reason, as docs/formatters.md gives it.
 */
const untraceable: readonly {readonly formatter: RegExp; readonly source: RegExp; readonly why: string}[] = [
  {
    formatter: /^remark with remark-directive/,
    source: /!\[[^\]]*:[\p{L}\p{N}]/u,
    why: 'directives, and what looks like one, are dropped from alternative texts',
  },
  {
    formatter: /^remark without directives/,
    source: /\\:/,
    why: 'backslashes before colons are removed, so that text becomes a directive',
  },
]

/** Whether a page, by its Markdown files, holds what this formatter destroys without a trace. */
export const isUntraceable = (formatter: FormatterName, texts: readonly string[]): boolean =>
  untraceable.some(entry => entry.formatter.test(formatter) && texts.some(text => entry.source.test(text)))
