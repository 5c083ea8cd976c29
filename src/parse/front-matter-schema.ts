import {z} from 'zod'
import {isLocale} from '../document/index.ts'

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
    submitted: date.optional(),
    reviewed: date.optional(),
    approved: date.optional(),
    reviewers: z.union([text, z.array(text)], {error: 'a name or a list of names'}).optional(),
  },
  {error: 'a map with `status`'},
)

/** Path segments of lower-case letters, digits, `-` and `_`; so a slug can neither leave the output folder nor hide. */
const slug = z
  .string({error: 'a text'})
  .regex(/^[\p{Ll}\p{Lo}\p{N}](?:[\p{Ll}\p{Lo}\p{N}\p{M}_-]|\/(?=[\p{Ll}\p{Lo}\p{N}]))*$/u, {
    error: 'lower-case words with `-` between them; `/` parts folders',
  })

/** Everything that the front matter of a page may say. Values arrive as typed: text, lists, maps. */
export const frontMatterSchema = z.strictObject({
  title: wording.optional().describe('Title of the page; a map gives each audience its own'),
  description: wording.optional().describe('What the page is about, for lists and search engines'),
  audiences: ids.optional().describe('Audiences that the page promises to serve; nobody else is served'),
  for: ids.optional().describe('Restricts the whole page to these audiences'),
  not: ids.optional().describe('Restricts the whole page to all but these audiences'),
  slug: slug.optional().describe('Path of the page below each audience'),
  locale: z
    .string({error: 'a text'})
    .refine(isLocale, {error: 'a BCP 47 language tag like `en` or `es-MX`'})
    .optional()
    .describe('Language of the page'),
  updated: date.optional().describe('When the page was last updated'),
  review: review.optional().describe('Editorial review'),
  references: z
    .array(z.record(z.string(), z.unknown()), {error: 'a list of CSL-JSON items'})
    .optional()
    .describe('Cited works as CSL-JSON items'),
  bibliography: file.optional().describe('Files with cited works'),
  glossary: filesOrMap.optional().describe('Files with terms, or terms by id'),
  vars: filesOrMap.optional().describe('Files with variables, or variables by name'),
  followUp: z
    .union([wording, z.record(z.string(), z.unknown())], {error: 'a text or a map'})
    .optional()
    .describe('The closing call to action; `href` is where it leads'),
  extra: z.unknown().optional().describe('Data of your own, handed through to JSON output'),
})

/** Keys of the front matter, besides the names of dimensions. */
export const frontMatterKeys: readonly string[] = Object.keys(frontMatterSchema.shape)
