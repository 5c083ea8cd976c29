import {z} from 'zod'

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
export const cslTypes = [
  ...[
    'article',
    'article-journal',
    'article-magazine',
    'article-newspaper',
    'bill',
    'book',
    'broadcast',
    'chapter',
    'classic',
  ],
  ...[
    'collection',
    'dataset',
    'document',
    'entry',
    'entry-dictionary',
    'entry-encyclopedia',
    'event',
    'figure',
    'graphic',
    'hearing',
  ],
  ...[
    'interview',
    'legal_case',
    'legislation',
    'manuscript',
    'map',
    'motion_picture',
    'musical_score',
    'pamphlet',
    'paper-conference',
  ],
  ...[
    'patent',
    'performance',
    'periodical',
    'personal_communication',
    'post',
    'post-weblog',
    'regulation',
    'report',
    'review',
  ],
  ...['review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage'],
] as const

const text = z.string({error: 'a text'})
const number = z.union([text, z.number().transform(String)], {error: 'a number or a text'})

const name = z.union(
  [
    text.transform(literal => ({literal})),
    z.looseObject({
      family: text.optional(),
      given: text.optional(),
      suffix: text.optional(),
      'dropping-particle': text.optional(),
      'non-dropping-particle': text.optional(),
      literal: text.optional(),
    }),
  ],
  {error: 'a name: `family` and `given`, or `literal`'},
)

const part = z.union([z.number(), text.regex(/^-?\d{1,4}$/).transform(Number)], {error: 'a number'})

/** CSL-JSON's own form, an ISO date as text, or `{year, month, day}` as Pandoc writes it. */
const date = z.union(
  [
    text
      .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
      .transform(iso => ({'date-parts': [iso.split('-').map(Number)]})),
    z.number().transform(year => ({'date-parts': [[year]]})),
    z.object({year: part, month: part.optional(), day: part.optional()}).transform(({year, month, day}) => ({
      'date-parts': [[year, month, day].filter(value => value !== undefined)],
    })),
    z
      .looseObject({
        'date-parts': z.array(z.array(part).min(1)).optional(),
        literal: text.optional(),
        season: number.optional(),
        raw: text.optional(),
      })
      .transform(({raw, ...rest}) =>
        raw !== undefined && rest.literal === undefined ? {...rest, literal: raw} : rest,
      ),
    text.transform(literal => ({literal})),
  ],
  {error: 'a date: `2015-02-19`, or `date-parts: [[2015, 2, 19]]`'},
)

/**
 * One CSL-JSON item; variables that are not named here are kept.
 *
 * @see https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
 */
export const referenceSchema = z.looseObject({
  id: number,
  type: z.enum(cslTypes),
  kind: text.optional(),
  acknowledged: z
    .union([z.boolean(), z.enum(['true', 'false']).transform(value => value === 'true')], {
      error: '`true` or `false`',
    })
    .optional(),
  notice: z.enum(['retracted', 'expression of concern', 'erratum']).optional(),
  title: text.optional(),
  author: z.array(name, {error: 'a list of names'}).optional(),
  editor: z.array(name, {error: 'a list of names'}).optional(),
  translator: z.array(name, {error: 'a list of names'}).optional(),
  issued: date.optional(),
  accessed: date.optional(),
  'container-title': text.optional(),
  'container-title-short': text.optional(),
  'collection-title': text.optional(),
  publisher: text.optional(),
  'publisher-place': text.optional(),
  authority: text.optional(),
  edition: number.optional(),
  volume: number.optional(),
  issue: number.optional(),
  page: number.optional(),
  number: number.optional(),
  version: number.optional(),
  genre: text.optional(),
  medium: text.optional(),
  status: text.optional(),
  note: text.optional(),
  language: text.optional(),
  DOI: text.optional(),
  PMID: number.optional(),
  PMCID: text.optional(),
  ISBN: text.optional(),
  ISSN: text.optional(),
  URL: text.optional(),
})
