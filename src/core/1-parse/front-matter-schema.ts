import * as z from 'zod/mini'
import {isLocale} from '../language/index.ts'

const text = z.string({error: 'a text'})
const wording = z.union([text, z.record(z.string(), text)], {
  error: 'a text, or a map from audience ids and `default` to texts',
})
const ids = z.union([text, z.array(text)], {error: 'audience ids: a list, or separated by blanks'})
const file = z.union([text, z.array(text)], {error: 'a path or a list of paths'})
const filesOrMap = z.union([text, z.array(text), z.record(z.string(), z.unknown())], {
  error: 'a path, a list of paths, or a map',
})

/** `2025-06-24`, and a day that there is. @see ISO 8601-1:2019, 5.2.2.1 */
const date = z.iso.date({error: 'a calendar date like `2025-06-24`'})

export const review = z.strictObject(
  {
    status: z.enum(['submitted', 'under-review', 'approved'], {
      error: '`submitted`, `under-review` or `approved`',
    }),
    submitted: z.optional(date),
    reviewed: z.optional(date),
    approved: z.optional(date),
    reviewers: z.optional(z.union([text, z.array(text)], {error: 'a name or a list of names'})),
  },
  {error: 'a map with `status`'},
)

/**
 * Names of devices, which cannot name a folder on Windows.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const deviceName = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])$/

/**
 * Path segments of lower-case letters, digits, `-` and `_`; so a slug can neither leave the output folder nor
 * hide.
 */
const slug = z.string({error: 'a text'}).check(
  z.regex(/^[\p{Ll}\p{Lo}\p{N}](?:[\p{Ll}\p{Lo}\p{N}\p{M}_-]|\/(?=[\p{Ll}\p{Lo}\p{N}]))*$/u, {
    error: 'lower-case words with `-` between them; `/` parts folders',
  }),
  z.refine(path => path.split('/').every(segment => !deviceName.test(segment)), {
    error:
      'a path that Windows can hold: no part may be `con`, `prn`, `aux`, `nul`, `com0` to `com9` or `lpt0` to `lpt9`',
  }),
)

/** Everything that the front matter of a page may say. Values arrive as typed: text, lists, maps. */
export const frontMatterSchema = z.strictObject({
  title: z.optional(wording).check(z.describe('Title of the page; a map gives each audience its own')),
  description: z.optional(wording).check(z.describe('What the page is about, for lists and search engines')),
  audiences: z.optional(ids).check(z.describe('Audiences that the page serves; no other audience gets it')),
  for: z.optional(ids).check(z.describe('Restricts the whole page to these audiences')),
  not: z.optional(ids).check(z.describe('Restricts the whole page to all but these audiences')),
  slug: z.optional(slug).check(z.describe('Path of the page below each audience')),
  locale: z
    .optional(
      z
        .string({error: 'a text'})
        .check(z.refine(isLocale, {error: 'a BCP 47 language tag like `en` or `es-MX`'})),
    )
    .check(z.describe('Language of the page')),
  updated: z.optional(date).check(z.describe('When the page was last updated')),
  review: z.optional(review).check(z.describe('Editorial review')),
  references: z
    .optional(z.array(z.record(z.string(), z.unknown()), {error: 'a list of CSL-JSON items'}))
    .check(z.describe('Cited works as CSL-JSON items')),
  bibliography: z.optional(file).check(z.describe('Files with cited works')),
  glossary: z.optional(filesOrMap).check(z.describe('Files with terms, or terms by id')),
  vars: z.optional(filesOrMap).check(z.describe('Files with variables, or variables by name')),
  followUp: z
    .optional(z.union([wording, z.record(z.string(), z.unknown())], {error: 'a text or a map'}))
    .check(z.describe('The closing call to action; `href` is where it leads')),
  extra: z.optional(z.unknown()).check(z.describe('Data of your own, handed through to JSON output')),
})

/** Keys of the front matter that are not names of dimensions. */
export const frontMatterKeys: readonly string[] = Object.keys(frontMatterSchema.shape)

/** JSON Schema (draft 2020-12) of a page's front matter, for editors. */
export function frontMatterJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(frontMatterSchema, {io: 'input'})
  return {...schema, title: 'Parlance front matter'}
}
