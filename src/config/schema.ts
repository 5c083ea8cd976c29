import {z} from 'zod'
import {type CitationStyle, isLocale, type PageTemplate, pageParts} from '../document/index.ts'
import {explain} from '../messages/choose.ts'
import {rules} from '../messages/rules.ts'

const locale = z
  .string({error: 'a text'})
  .refine(isLocale, {error: 'a BCP 47 language tag like `en` or `es-MX`'})
const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {error: 'a kebab-case name like `nurse` or `medical-student`'})
const text = z.string({error: 'a text'})
const count = z.int({error: 'a whole number'}).positive({error: 'a number above 0'})

const audience = z.strictObject({
  id: kebab.describe('Name in sources, URLs and file names'),
  label: text.describe('The answer that a reader sees'),
  description: text.optional().describe('Help text under the answer'),
  is: text.optional().describe('Parent: sees all that is marked for it'),
  fallback: z
    .array(text)
    .optional()
    .describe('Audiences whose wording may stand in inside a group, in order'),
  readingGrade: count
    .optional()
    .describe('Highest US school grade that the text may need: `parlance check` warns of harder text'),
  disclaimer: text.optional().describe('Disclaimer that closes the page'),
  schemaType: text.optional().describe('schema.org medicalAudience'),
})

const dimension = z.union([
  z.array(text).min(1),
  z.strictObject({
    label: text.optional().describe('What readers see'),
    values: z.array(text).min(1).describe('Its values'),
    default: text.optional().describe('Value of readers who name none'),
  }),
])

const wording = z.union([text, z.record(z.string(), text)])
const severity = z.enum(['off', 'info', 'warning', 'error'], {error: '`off`, `info`, `warning` or `error`'})
const files = z.union([text, z.array(text)])

const url = z.url({protocol: /^https?$/, error: 'a URL that begins with `https://` or `http://`'})

const ownTemplate = z.custom<PageTemplate>(value => typeof value === 'function', {
  error: 'a file, or a function',
})

const site = z.strictObject({
  title: text.optional().describe('Name of the site'),
  url: url.optional().describe('Where the site will be published, for canonical links and the sitemap'),
  icon: text.optional().describe('URL of the icon that browsers show beside the title'),
  editorialPolicy: text.optional().describe('URL of the editorial policy'),
  banner: text.optional().describe('Standing notice on content that is not yet approved'),
  robots: z
    .enum(['all', 'approved', 'none'], {error: '`all`, `approved` or `none`'})
    .optional()
    .describe(
      'What search engines may list: `all` pages (default), those whose review is `approved`, or `none`',
    ),
  layout: z
    .array(
      z.enum(pageParts, {
        error: ({input}) => `one of the parts of a page${explain(String(input), pageParts)}`,
      }),
    )
    .optional()
    .describe('Parts of a page in their order'),
  stylesheet: z
    .union([
      text,
      z.strictObject({
        file: text.optional().describe('A CSS file'),
        css: text.optional().describe('The same as text'),
        replace: z.boolean().optional().describe('Whether it takes the place of the built-in stylesheet'),
      }),
    ])
    .optional()
    .describe('A CSS file that follows the built-in stylesheet'),
  template: z
    .union([text, ownTemplate])
    .optional()
    .describe('An HTML file with `{{slots}}`; in a program, a function from slots to HTML'),
})

const limits = z.strictObject({
  sourceBytes: count.optional().describe('UTF-8 bytes of one file; default 524288'),
  frontMatterBytes: count.optional().describe('UTF-8 bytes of one front matter; default 65536'),
  frontMatterDepth: count.optional().describe('Levels inside front matter; default 16'),
  frontMatterNodes: count.optional().describe('Keys and list items in front matter; default 10000'),
  includeDepth: count.optional().describe('Includes inside one another; default 8'),
  includes: count.optional().describe('Includes of one page; default 200'),
  nesting: count.optional().describe('Quotes, lists and containers inside one another; default 100'),
  inlineNesting: count
    .optional()
    .describe('Emphasis, links and text directives inside one another; default 100'),
  lines: count.optional().describe('Lines of one file; default 40000'),
  paragraphLength: count.optional().describe('Characters of one paragraph; default 100000'),
  inlineCost: count
    .optional()
    .describe('Squares of the delimiters of each paragraph, summed up over a file; default 25000000'),
  directives: count.optional().describe('Directives of one file; default 20000'),
  attributes: count.optional().describe('Attributes of one directive; default 100'),
  tableColumns: count.optional().describe('Columns of a table; default 200'),
  outputBytes: count
    .optional()
    .describe(
      'UTF-8 bytes of one output, and of what includes, variables and terms bring in; default 16777216',
    ),
})

const seconds = z.int({error: 'a whole number of seconds'}).nonnegative({error: 'a number of seconds from 0'})

const origin = z
  .string({error: 'a text'})
  .refine(value => URL.canParse(value) && new URL(value).origin === value, {
    error: 'an origin like `https://www.example.org`, without a path',
  })

const serve = z.strictObject({
  stale: z
    .boolean({error: '`true` or `false`'})
    .optional()
    .describe('Whether a page that becomes broken keeps its last good variants; default `false`'),
  maxAge: seconds.optional().describe('Seconds for which caches may use an answer unasked; default 60'),
  staleWhileRevalidate: seconds
    .optional()
    .describe('Seconds for which caches may use it once more while they ask; default 600'),
  cors: z.array(origin).optional().describe('Origins whose scripts may read the answers; default: none'),
  cacheBytes: count
    .optional()
    .describe('Bytes of rendered variants, and again of compiled pages, that are kept; default 134217728'),
  bodyBytes: count.optional().describe('Bytes of a posted body; default 1048576'),
  workers: count.optional().describe('Worker threads for posted sources; default: one less than cores'),
  queue: count.optional().describe('Posted sources that may wait for a thread; default 32'),
  timeout: count.optional().describe('Milliseconds that a posted source may take; default 5000'),
  heapMegabytes: count.optional().describe('Megabytes of heap that a posted source may take; default 256'),
})

const referenceGroup = z.strictObject({
  id: kebab.describe('Name that a reference’s `kind` may say'),
  label: z
    .union([text, z.record(z.string(), text)])
    .describe('Heading in the reference list; a map gives one for each locale'),
  types: z.array(text).optional().describe('CSL types that belong here when a reference has no `kind`'),
})

const cslFiles = z.strictObject({
  file: text.describe('A `.csl` file'),
  locale: files.describe('One or more CSL locale files, such as `locales-en-US.xml`'),
})

/** What `cslStyle` of `parlance/csl` makes, or a style of one's own; only a program can give it. */
const ownStyle = z.custom<CitationStyle>(
  value => typeof value === 'object' && value !== null && 'cluster' in value && 'entry' in value,
  {error: '`{file, locale}`, or a style made by `cslStyle`'},
)

const numberingOrder = z.enum(['appearance', 'list'], {error: '`appearance` or `list`'})

/** Everything that a project may configure. */
export const configSchema = z.strictObject({
  $schema: text.optional().describe('For editors'),
  content: files
    .optional()
    .describe('Globs of the pages; default `content/**/*.md`, without what begins with `_`'),
  outDir: text.optional().describe('Where `build` writes; default `dist`. What stands in it is no source'),
  audiences: z
    .array(audience)
    .min(1)
    .optional()
    .describe('The possible answers to “Which best describes you?”'),
  defaultAudience: text.optional().describe('Answer that is assumed; default: none, the reader is asked'),
  dimensions: z
    .record(z.string(), dimension)
    .optional()
    .describe('Further dimensions of readers: region, product …'),
  locale: locale.optional().describe('Language of pages that name none; default `en`'),
  locales: z
    .record(
      z.string(),
      z.strictObject({
        labels: z.record(z.string(), wording).optional().describe('Words of the page'),
        audiences: z
          .record(z.string(), audience.pick({label: true, description: true, disclaimer: true}).partial())
          .optional()
          .describe('Words of an audience, by its id'),
      }),
    )
    .optional()
    .describe('Own words by locale or language'),
  citationStyle: text.optional().describe('Style of citations; default `numeric`'),
  citationStyles: z
    .record(kebab, z.union([cslFiles, ownStyle]))
    .optional()
    .describe('CSL styles by a name of yours, for `citationStyle`'),
  numbering: z
    .union([
      numberingOrder,
      z.strictObject({
        by: numberingOrder.optional().describe('The same, beside `stable`'),
        stable: z
          .boolean({error: '`true` or `false`'})
          .optional()
          .describe('The same numbers for all readers, with gaps where a reader lacks a citation'),
      }),
    ])
    .optional()
    .describe('Numbers by first appearance in the variant (default), or down the reference list'),
  textRanges: z
    .enum(['dash', 'hyphen'], {error: '`dash` or `hyphen`'})
    .optional()
    .describe('Ranges in citations and references of plain text: `1–3` (default) or, in ASCII, `1-3`'),
  referenceGroups: z.array(referenceGroup).optional().describe('Headings of the reference list'),
  bibliography: files.optional().describe('Files with references for every page'),
  glossary: z
    .union([files, z.record(z.string(), z.unknown())])
    .optional()
    .describe('Files with terms, or terms by id'),
  vars: z.record(z.string(), wording).optional().describe('Variables for every page'),
  disclaimers: wording.optional().describe('Disclaimer by audience, or one for all'),
  site: site.optional().describe('What stands around every page'),
  rules: z
    .partialRecord(z.enum(Object.keys(rules)), severity)
    .optional()
    .describe('Severities; safety rules cannot be changed'),
  readability: z
    .strictObject({
      tolerance: z
        .number({error: 'a number of grades from 0'})
        .min(0, {error: 'a number of grades from 0'})
        .optional()
        .describe(
          'Grades above `readingGrade` up to which text that is too hard is a warning, default 2; beyond, an error',
        ),
      names: z
        .array(text)
        .optional()
        .describe('Names of drugs and products that do not count against the text'),
    })
    .optional()
    .describe('How `parlance check` judges text for audiences with a `readingGrade`'),
  serve: serve.optional().describe('What the HTTP server does'),
  limits: limits.optional().describe('Upper bounds, so that no input costs more than was agreed'),
  rawHtml: z
    .boolean({error: '`true` or `false`'})
    .optional()
    .describe('Let sanitized HTML in Markdown through'),
  parser: z
    .enum(['auto', 'remark', 'satteri'], {error: '`auto`, `remark` or `satteri`'})
    .optional()
    .describe(
      'Who reads Markdown, to the same effect: `satteri` is faster and must be installed; `auto` (default) takes it where it is',
    ),
})

export type ConfigInput = z.input<typeof configSchema>
