import * as z from 'zod/mini'

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
const number = z.union([text, z.pipe(z.number(), z.transform(String))], {error: 'a number or a text'})

const name = z.union(
  [
    z.pipe(
      text,
      z.transform(literal => ({literal})),
    ),
    z.looseObject({
      family: z.optional(text),
      given: z.optional(text),
      suffix: z.optional(text),
      'dropping-particle': z.optional(text),
      'non-dropping-particle': z.optional(text),
      literal: z.optional(text),
    }),
  ],
  {error: 'a name: `family` and `given`, or `literal`'},
)

const part = z.union([z.number(), z.pipe(text.check(z.regex(/^-?\d{1,4}$/)), z.transform(Number))], {
  error: 'a number',
})

/** CSL-JSON's own form, an ISO date as text, or `{year, month, day}` as Pandoc writes it. */
const date = z.union(
  [
    z.pipe(
      text.check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)),
      z.transform(iso => ({'date-parts': [iso.split('-').map(Number)]})),
    ),
    z.pipe(
      z.number(),
      z.transform(year => ({'date-parts': [[year]]})),
    ),
    z.pipe(
      z.object({year: part, month: z.optional(part), day: z.optional(part)}),
      z.transform(({year, month, day}) => ({
        'date-parts': [[year, month, day].filter(value => value !== undefined)],
      })),
    ),
    z.pipe(
      z.looseObject({
        'date-parts': z.optional(z.array(z.array(part).check(z.minLength(1)))),
        literal: z.optional(text),
        season: z.optional(number),
        raw: z.optional(text),
      }),
      z.transform(({raw, ...rest}) =>
        raw !== undefined && rest.literal === undefined ? {...rest, literal: raw} : rest,
      ),
    ),
    z.pipe(
      text,
      z.transform(literal => ({literal})),
    ),
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
  kind: z.optional(text),
  acknowledged: z.optional(
    z.union(
      [
        z.boolean(),
        z.pipe(
          z.enum(['true', 'false']),
          z.transform(value => value === 'true'),
        ),
      ],
      {
        error: '`true` or `false`',
      },
    ),
  ),
  notice: z.optional(z.enum(['retracted', 'expression of concern', 'erratum'])),
  title: z.optional(text),
  author: z.optional(z.array(name, {error: 'a list of names'})),
  editor: z.optional(z.array(name, {error: 'a list of names'})),
  translator: z.optional(z.array(name, {error: 'a list of names'})),
  issued: z.optional(date),
  accessed: z.optional(date),
  'container-title': z.optional(text),
  'container-title-short': z.optional(text),
  'collection-title': z.optional(text),
  publisher: z.optional(text),
  'publisher-place': z.optional(text),
  authority: z.optional(text),
  edition: z.optional(number),
  volume: z.optional(number),
  issue: z.optional(number),
  page: z.optional(number),
  number: z.optional(number),
  version: z.optional(number),
  genre: z.optional(text),
  medium: z.optional(text),
  status: z.optional(text),
  note: z.optional(text),
  language: z.optional(text),
  DOI: z.optional(text),
  PMID: z.optional(number),
  PMCID: z.optional(text),
  ISBN: z.optional(text),
  ISSN: z.optional(text),
  URL: z.optional(text),
})
