import {type ZodTypeAny, z} from 'astro/zod'

/** Levels of headings: a contents list is no deeper. */
const ranks = 6

const answer = z.object({
  audience: z.string(),
  label: z.string(),
  description: z.string().optional(),
  /** From the page that it stands on. */
  href: z.string(),
})

const closingPart = z.object({heading: z.string(), text: z.string(), href: z.string().optional()})

/** Spelled out, since types are printed from it. */
function tocOf(rank: number): ZodTypeAny {
  const children = rank === ranks ? z.array(z.never()) : z.array(tocOf(rank + 1))
  return z.object({id: z.string(), text: z.string(), depth: z.number(), children})
}

/**
 * What the data of an entry is, in the version of zod that Astro reads types from.
 *
 * @param audiences Ids that there are.
 */
export function entrySchema([first = '', ...others]: readonly string[]) {
  return z.object({
    title: z.string(),
    description: z.string().optional(),
    audience: z.enum([first, ...others]),
    /** What its readers answer to the question. */
    label: z.string(),
    slug: z.string(),
    locale: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    updated: z.string().optional(),
    review: z
      .object({
        status: z.enum(['submitted', 'under-review', 'approved']),
        submitted: z.string().optional(),
        reviewed: z.string().optional(),
        approved: z.string().optional(),
        reviewers: z.array(z.string()),
      })
      .optional(),
    wordCount: z.number(),
    toc: z.array(tocOf(1)),
    citations: z.array(z.object({key: z.string(), number: z.number()})),
    fallbacks: z.array(z.object({group: z.string(), wanted: z.string(), used: z.string()})),
    alternates: z.array(answer),
    notice: z.string().optional(),
    disclaimer: closingPart.optional(),
    followUp: closingPart.optional(),
    canonical: z.string().optional(),
    /** Whether search engines are asked not to list it. */
    unlisted: z.boolean(),
    /** JSON-LD that may stand in a script as it is. */
    structuredData: z.string(),
    /** The page that asks which audience a reader is of: in the default words. */
    question: z.object({
      title: z.string(),
      description: z.string().optional(),
      label: z.string(),
      help: z.string(),
      note: z.string(),
      answers: z.array(answer),
    }),
    /** Further formats that were asked for. */
    outputs: z.object({
      text: z.string().optional(),
      markdown: z.string().optional(),
      json: z.string().optional(),
    }),
    extra: z.unknown(),
  })
}

/** The data of an entry. */
export type EntryData = z.infer<ReturnType<typeof entrySchema>>
