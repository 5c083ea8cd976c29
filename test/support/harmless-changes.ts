import type {FormatterName} from './formatters.ts'

/**
 * Where a formatter changes what readers get, but for no reader a single word: by formatter and page, with the reason. Only a
 * page that is judged `rearranged` may be here; words that come or go are excused nowhere.
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
    formatter: /^prettier/,
    page: /^(?:quote|alert|footnote), before a container, compact/,
    why: 'a container right below a quote or a note is moved into it, for the same readers',
  },
  {
    formatter: /^prettier/,
    page: /^indented code, /,
    why: 'indented code right below a fence is a paragraph with the fence to Prettier',
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
]

export const isHarmless = (formatter: FormatterName, page: string): boolean =>
  harmless.some(entry => entry.formatter.test(formatter) && entry.page.test(page))
