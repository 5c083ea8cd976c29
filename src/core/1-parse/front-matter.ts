import type {Point, Position} from 'unist'
import {
  type Document,
  isUnsafeUrl,
  pointAt,
  type Restriction,
  type Review,
  type TextGroup,
} from '../language/index.ts'
import {formatIssue} from '../messages/format-issue.ts'
import type {Report} from '../messages/reporter.ts'
import {suggest} from '../messages/suggest.ts'
import {eachText} from '../yaml/each-text.ts'
import {toPlain} from '../yaml/plain.ts'
import {readYaml, type YamlReading} from '../yaml/read-yaml.ts'
import {type TextSource, toTextGroup} from '../yaml/text-group.ts'
import {reportExtraByAudience} from './extra-by-audience.ts'
import {readRestriction} from './front-matter-audiences.ts'
import type {FrontMatterContext} from './front-matter-context.ts'
import {frontMatterPart} from './front-matter-part.ts'
import {frontMatterKeys, frontMatterSchema, review} from './front-matter-schema.ts'
import {stripBom} from './source.ts'
import {findUnseenFrontMatter} from './unseen-front-matter.ts'

/** The valid part of a page’s front matter. */
export interface FrontMatter extends Restriction {
  /** Some of it cannot be read, so what it says is not known. */
  readonly unread: boolean
  /** What it hands on to the document. */
  readonly page: Pick<
    Document,
    'title' | 'description' | 'slug' | 'locale' | 'updated' | 'review' | 'followUp' | 'extra'
  >
  /** Its plain texts and their places. */
  readonly texts: readonly {readonly group: TextGroup; readonly place: Position | undefined}[]
  /** CSL-JSON items as `readYaml` gives them. */
  readonly references?: unknown
  readonly bibliography: readonly string[]
  /** Paths, or terms by id as `readYaml` gives them. */
  readonly glossary?: readonly string[] | ReadonlyMap<string, unknown>
  readonly vars?: readonly string[] | ReadonlyMap<string, unknown>
  /** Where a value or key stands in the file. */
  readonly locate: YamlReading['locate']
}

/**
 * Read the front matter of a page. An invalid value is reported at its line and column and left out; if the
 * invalid value decides who may see the page, no reader gets the page.
 *
 * @param written The text between the lines of `---`, and where it begins; absent where a page has none.
 */
export function readFrontMatter(
  written: {readonly yaml: string; readonly start: Point} | undefined,
  context: FrontMatterContext,
): FrontMatter {
  const {limits, report} = context
  const isUnseen = reportUnseen(context)
  const nothing = (): FrontMatter => readKeys(new Map(), () => undefined, context)
  if (written === undefined) return isUnseen ? {...nothing(), unreadable: true, unread: true} : nothing()
  const {yaml, start} = written
  const bytes = new TextEncoder().encode(yaml).length
  if (bytes > limits.frontMatterBytes) {
    const detail = `The front matter has ${bytes} bytes; at most ${limits.frontMatterBytes} are allowed`
    report('limit-exceeded', {place: start, actual: String(bytes), detail})
    return {...nothing(), unreadable: true, unread: true}
  }
  const reading = readYaml(yaml, {
    start,
    maxDepth: limits.frontMatterDepth,
    maxNodes: limits.frontMatterNodes,
  })
  for (const {message, position} of reading.problems)
    report('front-matter-invalid', {place: position ?? start, detail: `Broken YAML: ${message}`})
  const {value} = reading
  if (reading.problems.length > 0) return {...nothing(), unreadable: true, unread: true}
  if (value !== null && !(value instanceof Map)) {
    report('front-matter-invalid', {place: start, detail: 'Front matter must be a map of keys and values'})
    return {...nothing(), unreadable: true, unread: true}
  }
  const front = readKeys((value ?? new Map()) as ReadonlyMap<string, unknown>, reading.locate, context)
  return isUnseen ? {...withheld(front), unread: true} : front
}

/** Report what looks like front matter and is text: whether there is some. */
function reportUnseen({text, audiences, dimensions, report}: FrontMatterContext): boolean {
  const source = stripBom(text)
  const from = frontMatterPart(source).length
  const restricting = restrictingKeys(dimensions)
  const values = [...dimensions.values()].flatMap(dimension => dimension.values)
  const keys = [...frontMatterKeys, ...restricting]
  const unseen = findUnseenFrontMatter(source.slice(from), keys, restricting, [...audiences.ids, ...values])
  if (unseen === undefined) return false
  const origin = {line: 1, column: 1, offset: 0}
  const start = pointAt(source, origin, from + unseen.offset)
  const end = pointAt(source, origin, from + unseen.offset + unseen.length)
  const detail =
    from === 0
      ? 'These lines look like front matter, but are text: it stands at the top of the file, between two lines of `---`'
      : 'These lines look like more front matter, but are text: put all of it between the first two lines of `---`'
  report('front-matter-unseen', {place: {start, end}, detail})
  return true
}

/** Front matter of a page that no reader gets: what it says of itself may be for some readers only. */
function withheld(front: FrontMatter): FrontMatter {
  const hidden = {title: undefined, description: undefined, followUp: undefined, extra: undefined}
  return {...front, page: {...front.page, ...hidden}, unreadable: true}
}

function readKeys(
  map: ReadonlyMap<string, unknown>,
  locate: YamlReading['locate'],
  context: FrontMatterContext,
): FrontMatter {
  const {audiences, report, findMarkup} = context
  const sound = soundKeys(map, locate, context)
  const source: TextSource = {audiences, report, locate, findMarkup, rule: 'front-matter-invalid'}
  const text = (key: string): TextGroup | undefined =>
    sound.has(key) ? toTextGroup(sound.get(key), key, [key], source) : undefined
  reportExtraByAudience(sound.get('extra'), ['extra'], source)
  const page: FrontMatter['page'] = {
    title: text('title'),
    description: text('description'),
    slug: textOf(sound.get('slug')),
    locale: canonical(textOf(sound.get('locale')) ?? context.locale),
    updated: textOf(sound.get('updated')),
    review: reviewOf(sound.get('review')),
    followUp: readFollowUp(sound.get('followUp'), source),
    extra: toPlain(sound.get('extra')),
  }
  const groups = {title: page.title, description: page.description, followUp: page.followUp?.text}
  const restriction = readRestriction(map, locate, context)
  const hasMarkup = reportMarkup(map, locate, context)
  const front: FrontMatter = {
    unread: false,
    page,
    texts: Object.entries(groups).flatMap(([key, group]) =>
      group === undefined ? [] : [{group, place: locate([key])}],
    ),
    bibliography: listOf(sound.get('bibliography')),
    ...(sound.has('references') && {references: sound.get('references')}),
    ...(sound.has('glossary') && {glossary: filesOrMap(sound.get('glossary'))}),
    ...(sound.has('vars') && {vars: filesOrMap(sound.get('vars'))}),
    locate,
    ...restriction,
  }
  return restriction.unreadable || hasMarkup || hasUnknownRestriction(map, context) ? withheld(front) : front
}

/**
 * Report markup in data that is handed through as it is: whether there is some. Other texts are looked
 * through where they are read.
 */
function reportMarkup(
  map: ReadonlyMap<string, unknown>,
  locate: YamlReading['locate'],
  {findMarkup, report}: FrontMatterContext,
): boolean {
  let found = false
  for (const key of ['extra', 'review']) {
    eachText(map.get(key), [key], (text, path) => {
      const markup = findMarkup(text)
      if (markup === undefined) return
      found = true
      report(markup.rule, {
        place: locate(path),
        detail: `\`${path.join('.')}\` is plain text: ${markup.detail}`,
      })
    })
  }
  return found
}

/** Keys that say who may read the page, and one that is written for another of them. */
function restrictingKeys(dimensions: FrontMatterContext['dimensions']): readonly string[] {
  return ['for', 'not', 'audiences', 'audience', ...dimensions.keys()]
}

/** Whether a key that is not known may be one of those that say who may read the page. */
function hasUnknownRestriction(map: ReadonlyMap<string, unknown>, {dimensions}: FrontMatterContext): boolean {
  const keys = [...frontMatterKeys, ...dimensions.keys()]
  const restricting = restrictingKeys(dimensions)
  return [...map.keys()].some(key => {
    const meant = keys.includes(key) ? undefined : suggest(key, keys)
    return meant !== undefined && restricting.includes(meant)
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function canonical(locale: string): string {
  return Intl.getCanonicalLocales(locale)[0] ?? locale
}

function reviewOf(value: unknown): Review | undefined {
  const review = toPlain(value) as Partial<Review> | undefined // checked by the schema
  return review?.status && {...review, status: review.status, reviewers: listOf(review.reviewers)}
}

/**
 * The keys whose values the schema accepts; reports the others. Keys without a value are as good as absent.
 */
function soundKeys(
  map: ReadonlyMap<string, unknown>,
  locate: YamlReading['locate'],
  context: FrontMatterContext,
): Map<string, unknown> {
  const {dimensions, report} = context
  const keys = [...frontMatterKeys, ...dimensions.keys()]
  const sound = new Map([...map].filter(([, value]) => value !== null))
  for (const key of map.keys()) {
    if (keys.includes(key)) continue
    report('front-matter-unknown-key', {place: locate([key], 'key'), actual: key, expected: keys})
    sound.delete(key)
  }
  const plain = toPlain(new Map([...sound].filter(([key]) => !dimensions.has(key))))
  for (const issue of frontMatterSchema.safeParse(plain, {error: formatIssue}).error?.issues ?? []) {
    const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
    reportIssue(path, issue, locate, report)
    sound.delete(String(path[0]))
  }
  return sound
}

interface FrontMatterIssue {
  readonly code: string
  readonly message: string
  readonly keys?: readonly string[]
}

function reportIssue(
  path: readonly (string | number)[],
  issue: FrontMatterIssue,
  locate: YamlReading['locate'],
  report: Report,
): void {
  const name = path.join('.')
  for (const key of issue.keys ?? []) {
    report('front-matter-unknown-key', {
      place: locate([...path, key], 'key'),
      actual: key,
      expected: path[0] === 'review' ? Object.keys(review.shape) : [],
    })
  }
  if (issue.keys === undefined) {
    report('front-matter-invalid', {
      place: locate(path),
      actual: name,
      detail: `\`${name}\` must be ${issue.message}`,
    })
  }
}

function readFollowUp(value: unknown, source: TextSource): Document['followUp'] {
  if (value === undefined) return undefined
  const href = value instanceof Map ? value.get('href') : undefined
  const wordings =
    value instanceof Map ? new Map([...value].filter(([key]) => key !== 'href' && key !== 'text')) : value
  const text = value instanceof Map && value.has('text') ? value.get('text') : wordings
  const path = value instanceof Map && value.has('text') ? ['followUp', 'text'] : ['followUp']
  const group = toTextGroup(text, 'followUp', path, source)
  const place: Position | undefined = source.locate(['followUp', 'href'])
  if (href !== undefined && typeof href !== 'string') {
    source.report('front-matter-invalid', {place, detail: '`followUp.href` must be a URL'})
  } else if (href !== undefined && isUnsafeUrl(href)) source.report('url-unsafe', {place, actual: href})
  if (group === undefined) return undefined
  return {text: group, ...(typeof href === 'string' && !isUnsafeUrl(href) && {href})}
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
}

function filesOrMap(value: unknown): readonly string[] | ReadonlyMap<string, unknown> {
  return value instanceof Map ? value : listOf(value)
}
