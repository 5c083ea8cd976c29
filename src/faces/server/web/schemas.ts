import {z} from '@hono/zod-openapi'
import {formatNames, type ResolvedConfig} from '../../../internal.ts'

const known = new WeakMap<ResolvedConfig, ReturnType<typeof makeChoices>>()

/**
 * What a caller can choose of a variant besides its form: only values that the configuration declares.
 *
 * @param config Of the project, or posted with a source.
 */
export function choicesOf(config: ResolvedConfig): ReturnType<typeof makeChoices> {
  const choices = known.get(config) ?? makeChoices(config)
  known.set(config, choices)
  return choices
}

/**
 * Described by `meta`: `openapi` registers schemas without end, and configurations are posted all the time.
 */
function makeChoices({settings}: ResolvedConfig) {
  const {audiences, styles, dimensions} = settings
  const further = [...dimensions.values()].map(({name, label, values, default: byDefault}) => {
    const schema = z.enum(values).optional()
    return [
      name,
      schema.meta({
        description: label ?? `Value of \`${name}\``,
        ...(byDefault !== undefined && {default: byDefault}),
      }),
    ] as const
  })
  return z.strictObject({
    audience: z.enum(audiences.ids).meta({description: 'Who reads: an id of `/v1/audiences`'}),
    citationStyle: z
      .enum([...styles.keys()])
      .optional()
      .meta({description: 'Default: the project’s', default: settings.citationStyle}),
    ...Object.fromEntries(further),
  })
}

/** The query of a variant. */
export function variantQuery(config: ResolvedConfig) {
  return choicesOf(config).extend({
    format: z.enum(formatNames).optional().openapi({description: 'Default: by `Accept`'}),
    page: z
      .enum(['true', 'false'])
      .optional()
      .openapi({description: 'A whole page with its furniture', default: 'false'}),
  })
}

/** Articles in one answer. */
const maxArticles = 100

export const articlesQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]+$/, {error: 'the `next` of an earlier answer'})
    .optional()
    .openapi({description: '`next` of the answer before'}),
  limit: z.coerce
    .number({error: `a whole number from 1 to ${maxArticles}`})
    .int({error: `a whole number from 1 to ${maxArticles}`})
    .min(1, {error: `a whole number from 1 to ${maxArticles}`})
    .max(maxArticles, {error: `a whole number from 1 to ${maxArticles}`})
    .default(50)
    .openapi({type: 'integer', description: 'Articles in one answer'}),
})

const postedSource = {
  source: z.string().openapi({description: 'Markdown with front matter', example: '# Dose\n\nTwo tablets.'}),
  references: z
    .array(z.record(z.string(), z.unknown()))
    .optional()
    .openapi({description: 'CSL-JSON items in place of the project’s bibliography'}),
  glossary: z
    .record(z.string(), z.unknown())
    .optional()
    .openapi({description: 'Terms by id in place of the project’s glossary'}),
  config: z
    .record(z.string(), z.unknown())
    .optional()
    .openapi({description: 'A configuration in place of the project’s; its limits can only be lower'}),
}

export const renderBody = z
  .strictObject({
    ...postedSource,
    audience: z.string().openapi({example: 'patient'}),
    format: z.enum(formatNames).default('html'),
    page: z.boolean().default(false),
    width: z
      .int()
      .min(0)
      .max(1000)
      .optional()
      .openapi({description: 'Columns of text; 0 never wraps', default: 80}),
    draft: z
      .boolean()
      .default(false)
      .openapi({description: 'Render in spite of errors; what is in doubt is left out'}),
    citationStyle: z.string().optional(),
    dimensions: z.record(z.string(), z.string()).optional(),
  })
  .openapi('RenderRequest')

export const checkBody = z.strictObject(postedSource).openapi('CheckRequest')

const severity = z.enum(['error', 'warning', 'info'])

const message = z
  .object({
    ruleId: z.string(),
    severity,
    reason: z.string(),
    file: z.string().optional(),
    line: z.int().optional().openapi({description: 'From 1'}),
    column: z.int().optional(),
    endLine: z.int().optional(),
    endColumn: z.int().optional(),
    actual: z.string().optional(),
    expected: z.array(z.string()).optional(),
    note: z.string().optional(),
    url: z.string().optional(),
    audiences: z.array(z.string()).optional(),
  })
  .openapi('Message')

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    allowed: z.array(z.string()).optional(),
    messages: z.array(message).optional(),
    errors: z.array(z.object({path: z.string(), message: z.string()})).optional(),
  })
  .openapi('Problem')

export const audiencesAnswer = z
  .object({
    question: z.string().openapi({example: 'Which best describes you?'}),
    audiences: z.array(
      z.object({id: z.string(), label: z.string(), description: z.string().optional()}).openapi('Audience'),
    ),
    defaultAudience: z.string().optional(),
    dimensions: z.array(
      z.object({
        name: z.string(),
        label: z.string().optional(),
        values: z.array(z.string()),
        default: z.string().optional(),
      }),
    ),
  })
  .openapi('Audiences')

export const articlesAnswer = z
  .object({
    articles: z.array(
      z
        .object({
          slug: z.string(),
          title: z.string(),
          description: z.string().optional(),
          locale: z.string(),
          audiences: z.array(z.string()),
          updated: z.string().optional(),
          reviewStatus: z.string().optional(),
        })
        .openapi('Article'),
    ),
    next: z.string().nullable().openapi({description: '`cursor` of the next answer'}),
  })
  .openapi('Articles')

const citations = z.array(z.object({key: z.string(), number: z.int()}))
const fallbacks = z.array(z.object({group: z.string(), wanted: z.string(), used: z.string()}))

const tocEntry = z
  .object({
    id: z.string(),
    text: z.string(),
    get children() {
      return z.array(tocEntry)
    },
  })
  .openapi('TocEntry')

const meta = z
  .looseObject({
    audience: z.string(),
    format: z.enum(formatNames),
    locale: z.string(),
    hash: z.string(),
    wordCount: z.int(),
    title: z.string().optional(),
    description: z.string().optional(),
    updated: z.string().optional(),
  })
  .openapi('Meta')

export const variantAnswer = z
  .object({
    value: z.string().openapi({description: 'HTML'}),
    meta,
    toc: z.array(tocEntry),
    citations,
    fallbacks,
    messages: z.array(message),
    extra: z.unknown().optional(),
  })
  .openapi('Variant')

export const renderAnswer = z
  .object({value: z.string(), messages: z.array(message), citations, fallbacks, meta})
  .openapi('RenderAnswer')

export const checkAnswer = z
  .object({
    messages: z.array(message),
    matrix: z.array(
      z.object({
        group: z.string(),
        kind: z.string(),
        file: z.string().optional(),
        line: z.int().optional(),
        cells: z.record(
          z.string(),
          z.object({
            via: z.enum(['own', 'parent', 'default', 'missing', 'unreached', 'fallback', 'omitted']),
            from: z.string().optional(),
            reason: z.string().optional(),
          }),
        ),
      }),
    ),
    citations: z.array(z.object({key: z.string(), numbers: z.record(z.string(), z.int())})),
  })
  .openapi('CheckAnswer')
