import * as z from 'zod/mini'
import {type CitationStyle, isLocale, type PageTemplate, pageParts} from '../language/index.ts'
import {explain} from '../messages/choose.ts'
import {rules} from '../messages/rules.ts'

const locale = z
  .string({error: 'a text'})
  .check(z.refine(isLocale, {error: 'a BCP 47 language tag like `en` or `es-MX`'}))
const kebab = z.string().check(
  z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, {
    error: 'a kebab-case name like `nurse` or `medical-student`',
  }),
)
const text = z.string({error: 'a text'})
const count = z.int({error: 'a whole number'}).check(z.positive({error: 'a number above 0'}))

/** What may be left out, and what it is, for the JSON Schema and the docs. */
const optional = <Schema extends z.ZodMiniType>(schema: Schema, doc: string): z.ZodMiniOptional<Schema> =>
  z.optional(schema).check(z.describe(doc))

const audience = z.strictObject({
  id: kebab.check(z.describe('Name in sources, URLs and file names')),
  label: text.check(z.describe('The answer that a reader sees')),
  description: optional(text, 'Help text under the answer'),
  is: optional(text, 'Parent: sees all that is marked for it'),
  fallback: optional(z.array(text), 'Audiences whose wording may stand in inside a group, in order'),
  readingGrade: optional(
    count,
    'Highest US school grade that the text may need: `parlance check` warns of harder text',
  ),
  disclaimer: optional(text, 'Disclaimer that closes the page'),
  schemaType: optional(text, 'schema.org medicalAudience'),
})

const dimension = z.union([
  z.array(text).check(z.minLength(1)),
  z.strictObject({
    label: optional(text, 'What readers see'),
    values: z.array(text).check(z.minLength(1), z.describe('Its values')),
    default: optional(text, 'Value of readers who name none'),
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
  title: optional(text, 'Name of the site'),
  url: optional(url, 'Where the site will be published, for canonical links and the sitemap'),
  icon: optional(text, 'URL of the icon that browsers show beside the title'),
  editorialPolicy: optional(text, 'URL of the editorial policy'),
  banner: optional(text, 'Standing notice on content that is not yet approved'),
  robots: optional(
    z.enum(['all', 'approved', 'none'], {error: '`all`, `approved` or `none`'}),
    'What search engines may list: `all` pages (default), those whose review is `approved`, or `none`',
  ),
  layout: optional(
    z.array(
      z.enum(pageParts, {
        error: ({input}) => `one of the parts of a page${explain(String(input), pageParts)}`,
      }),
    ),
    'Parts of a page in their order',
  ),
  stylesheet: optional(
    z.union([
      text,
      z.strictObject({
        file: optional(text, 'A CSS file'),
        css: optional(text, 'The same as text'),
        replace: optional(z.boolean(), 'Whether it takes the place of the built-in stylesheet'),
      }),
    ]),
    'A CSS file that follows the built-in stylesheet',
  ),
  template: optional(
    z.union([text, ownTemplate]),
    'An HTML file with `{{slots}}`; in a program, a function from slots to HTML',
  ),
})

const limits = z.strictObject({
  sourceBytes: optional(count, 'UTF-8 bytes of one file; default 524288'),
  frontMatterBytes: optional(count, 'UTF-8 bytes of one front matter; default 65536'),
  frontMatterDepth: optional(count, 'Levels inside front matter; default 16'),
  frontMatterNodes: optional(count, 'Keys and list items in front matter; default 10000'),
  includeDepth: optional(count, 'Includes inside one another; default 8'),
  includes: optional(count, 'Includes of one page; default 200'),
  nesting: optional(count, 'Quotes, lists and containers inside one another; default 100'),
  inlineNesting: optional(count, 'Emphasis, links and text directives inside one another; default 100'),
  lines: optional(count, 'Lines of one file; default 40000'),
  paragraphLength: optional(count, 'Characters of one paragraph; default 100000'),
  inlineCost: optional(
    count,
    'Squares of the delimiters of each paragraph, summed up over a file; default 25000000',
  ),
  directives: optional(count, 'Directives of one file; default 20000'),
  attributes: optional(count, 'Attributes of one directive; default 100'),
  tableColumns: optional(count, 'Columns of a table; default 200'),
  outputBytes: optional(
    count,
    'UTF-8 bytes of one output, and of what includes, variables and terms bring in; default 16777216',
  ),
})

const seconds = z
  .int({error: 'a whole number of seconds'})
  .check(z.nonnegative({error: 'a number of seconds from 0'}))

const origin = z.string({error: 'a text'}).check(
  z.refine(value => URL.canParse(value) && new URL(value).origin === value, {
    error: 'an origin like `https://www.example.org`, without a path',
  }),
)

const serve = z.strictObject({
  stale: optional(
    z.boolean({error: '`true` or `false`'}),
    'Whether a page that becomes broken keeps its last good variants; default `false`',
  ),
  maxAge: optional(seconds, 'Seconds for which caches may use an answer unasked; default 60'),
  staleWhileRevalidate: optional(
    seconds,
    'Seconds for which caches may use it once more while they ask; default 600',
  ),
  cors: optional(z.array(origin), 'Origins whose scripts may read the answers; default: none'),
  cacheBytes: optional(
    count,
    'Bytes of rendered variants, and again of compiled pages, that are kept; default 134217728',
  ),
  bodyBytes: optional(count, 'Bytes of a posted body; default 1048576'),
  workers: optional(count, 'Worker threads for posted sources; default: one less than cores'),
  queue: optional(count, 'Posted sources that may wait for a thread; default 32'),
  timeout: optional(count, 'Milliseconds that a posted source may take; default 5000'),
  heapMegabytes: optional(count, 'Megabytes of heap that a posted source may take; default 256'),
})

const referenceGroup = z.strictObject({
  id: kebab.check(z.describe('Name that a reference’s `kind` may say')),
  label: z
    .union([text, z.record(z.string(), text)])
    .check(z.describe('Heading in the reference list; a map gives one for each locale')),
  types: optional(z.array(text), 'CSL types that belong here when a reference has no `kind`'),
})

const cslFiles = z.strictObject({
  file: text.check(z.describe('A `.csl` file')),
  locale: files.check(z.describe('One or more CSL locale files, such as `locales-en-US.xml`')),
})

/** What `cslStyle` of `parlance-md/csl` makes, or a style of one's own; only a program can give it. */
const ownStyle = z.custom<CitationStyle>(
  value => typeof value === 'object' && value !== null && 'cluster' in value && 'entry' in value,
  {error: '`{file, locale}`, or a style made by `cslStyle`'},
)

const numberingOrder = z.enum(['appearance', 'list'], {error: '`appearance` or `list`'})

/** Everything that a project may configure. */
export const configSchema = z.strictObject({
  $schema: optional(text, 'For editors'),
  content: optional(files, 'Globs of the pages; default `content/**/*.md`, without what begins with `_`'),
  outDir: optional(text, 'Where `build` writes; default `dist`. What stands in it is no source'),
  audiences: optional(
    z.array(audience).check(z.minLength(1)),
    'The possible answers to “Which best describes you?”',
  ),
  defaultAudience: optional(text, 'Answer that is assumed; default: none, the reader is asked'),
  dimensions: optional(z.record(z.string(), dimension), 'Further dimensions of readers: region, product …'),
  locale: optional(locale, 'Language of pages that name none; default `en`'),
  locales: optional(
    z.record(
      z.string(),
      z.strictObject({
        labels: optional(z.record(z.string(), wording), 'Words of the page'),
        audiences: optional(
          z.record(
            z.string(),
            z.partial(z.pick(audience, {label: true, description: true, disclaimer: true})),
          ),
          'Words of an audience, by its id',
        ),
      }),
    ),
    'Own words by locale or language',
  ),
  citationStyle: optional(text, 'Style of citations; default `numeric`'),
  citationStyles: optional(
    z.record(kebab, z.union([cslFiles, ownStyle])),
    'CSL styles by a name that you choose, for `citationStyle`',
  ),
  numbering: optional(
    z.union([
      numberingOrder,
      z.strictObject({
        by: optional(numberingOrder, 'The same, beside `stable`'),
        stable: optional(
          z.boolean({error: '`true` or `false`'}),
          'The same numbers for all readers, with gaps where a reader lacks a citation',
        ),
      }),
    ]),
    'Numbers by first appearance in the variant (default), or down the reference list',
  ),
  textRanges: optional(
    z.enum(['dash', 'hyphen'], {error: '`dash` or `hyphen`'}),
    'Ranges in citations and references of plain text: `1–3` (default) or, in ASCII, `1-3`',
  ),
  referenceGroups: optional(z.array(referenceGroup), 'Headings of the reference list'),
  bibliography: optional(files, 'Files with references for every page'),
  glossary: optional(z.union([files, z.record(z.string(), z.unknown())]), 'Files with terms, or terms by id'),
  vars: optional(z.record(z.string(), wording), 'Variables for every page'),
  disclaimers: optional(wording, 'Disclaimer by audience, or one for all'),
  site: optional(site, 'What stands around every page'),
  rules: optional(
    z.partialRecord(z.enum(Object.keys(rules)), severity),
    'Severities; safety rules cannot be changed',
  ),
  docsUrl: optional(
    url,
    'Base URL of the docs: messages then link to `<docsUrl>/rules/<rule id>`, as a server has them at `/docs`; default: no links',
  ),
  readability: optional(
    z.strictObject({
      tolerance: optional(
        z
          .number({error: 'a number of grades from 0'})
          .check(z.minimum(0, {error: 'a number of grades from 0'})),
        'Grades above `readingGrade` up to which text that is too hard is a warning, default 2; beyond, an error',
      ),
      names: optional(z.array(text), 'Names of drugs and products that do not count against the text'),
    }),
    'How `parlance check` judges text for audiences with a `readingGrade`',
  ),
  serve: optional(serve, 'What the HTTP server does'),
  limits: optional(limits, 'Upper bounds, so that no input costs more than was agreed'),
  rawHtml: optional(z.boolean({error: '`true` or `false`'}), 'Let sanitized HTML in Markdown through'),
  parser: optional(
    z.enum(['auto', 'remark', 'satteri'], {error: '`auto`, `remark` or `satteri`'}),
    'Who reads Markdown, to the same effect: `satteri` is faster and must be installed; `auto` (default) takes it where it is',
  ),
})

export type ConfigInput = z.input<typeof configSchema>
