import type {Point, Position} from 'unist'
import {type AudienceTable, isUnsafeUrl, type Limits, type Review, type TextGroup} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'
import {toPlain} from '../yaml/plain.ts'
import {readYaml, type YamlReading} from '../yaml/read-yaml.ts'
import {type TextSource, toTextGroup} from '../yaml/text-group.ts'
import {readRestriction, type Restriction} from './front-matter-audiences.ts'
import {frontMatterSchema} from './front-matter-schema.ts'

/** What a page says of itself, as far as it is sound. */
export interface FrontMatter extends Restriction {
  readonly title?: TextGroup
  readonly description?: TextGroup
  readonly slug?: string
  readonly locale?: string
  readonly updated?: string
  readonly review?: Review
  readonly followUp?: {readonly text: TextGroup; readonly href?: string}
  readonly extra?: unknown
  /** CSL-JSON items as `readYaml` gives them. */
  readonly references?: unknown
  readonly bibliography: readonly string[]
  /** Paths, or terms by id as `readYaml` gives them. */
  readonly glossary?: readonly string[] | ReadonlyMap<string, unknown>
  readonly vars?: readonly string[] | ReadonlyMap<string, unknown>
  /** Where a value or key stands in the file. */
  readonly locate: YamlReading['locate']
}

export interface FrontMatterContext {
  readonly audiences: AudienceTable
  /** Names of further dimensions: such a key restricts the page too. */
  readonly dimensions: ReadonlyMap<string, {readonly values: readonly string[]}>
  readonly limits: Limits
  readonly report: Report
  readonly findDirective: (text: string) => number
}

/**
 * Read the front matter of a page. What is not sound is reported at its line and column and left out; where it says
 * who may see the page, nobody may.
 *
 * @param yaml The text between the lines of `---`.
 * @param start Where that text begins.
 */
export function readFrontMatter(yaml: string, start: Point, context: FrontMatterContext): FrontMatter {
  const {limits, report} = context
  const bytes = new TextEncoder().encode(yaml).length
  if (bytes > limits.frontMatterBytes) {
    const detail = `The front matter has ${bytes} bytes; at most ${limits.frontMatterBytes} are allowed`
    report('limit-exceeded', {place: start, actual: String(bytes), detail})
    return {bibliography: [], locate: () => undefined, doubtful: true}
  }
  const reading = readYaml(yaml, {start, maxDepth: limits.frontMatterDepth, maxNodes: limits.frontMatterNodes})
  for (const {message, position} of reading.problems) report('front-matter-invalid', {place: position ?? start, detail: `Broken YAML: ${message}`})
  const {value} = reading
  if (reading.problems.length > 0) return {bibliography: [], locate: reading.locate, doubtful: true}
  if (value !== null && !(value instanceof Map)) {
    report('front-matter-invalid', {place: start, detail: 'Front matter must be a map of keys and values'})
    return {bibliography: [], locate: reading.locate, doubtful: true}
  }
  return readKeys((value ?? new Map()) as ReadonlyMap<string, unknown>, reading, context)
}

function readKeys(map: ReadonlyMap<string, unknown>, {locate}: YamlReading, context: FrontMatterContext): FrontMatter {
  const {audiences, report, findDirective} = context
  const sound = soundKeys(map, locate, context)
  const source: TextSource = {audiences, report, locate, findDirective, rule: 'front-matter-invalid'}
  const text = (key: string): TextGroup | undefined => (sound.has(key) ? toTextGroup(sound.get(key), key, [key], source) : undefined)
  const followUp = readFollowUp(sound.get('followUp'), source)
  const title = text('title')
  const description = text('description')
  const result: Record<string, unknown> = {bibliography: listOf(sound.get('bibliography')), locate}
  const review = toPlain(sound.get('review')) as Partial<Review> | undefined // checked by the schema
  for (const key of ['slug', 'updated', 'references'] as const) if (sound.has(key)) result[key] = sound.get(key)
  for (const key of ['glossary', 'vars'] as const) if (sound.has(key)) result[key] = filesOrMap(sound.get(key))
  const locale = sound.get('locale')
  return {
    ...(result as Pick<FrontMatter, 'bibliography' | 'locate' | 'slug' | 'updated' | 'references' | 'glossary' | 'vars'>), // checked by the schema
    ...(typeof locale === 'string' && {locale: Intl.getCanonicalLocales(locale)[0] ?? locale}),
    ...(review?.status && {review: {...review, status: review.status, reviewers: listOf(review.reviewers)}}),
    ...(title && {title}),
    ...(description && {description}),
    ...(followUp && {followUp}),
    ...(sound.has('extra') && {extra: toPlain(sound.get('extra'))}),
    ...readRestriction(map, locate, context),
  }
}

/** The keys whose values the schema accepts; reports the others. Keys without a value are as good as absent. */
function soundKeys(map: ReadonlyMap<string, unknown>, locate: YamlReading['locate'], context: FrontMatterContext): Map<string, unknown> {
  const {dimensions, report} = context
  const keys = [...Object.keys(frontMatterSchema.shape), ...dimensions.keys()]
  const sound = new Map([...map].filter(([, value]) => value !== null))
  for (const key of map.keys()) {
    if (keys.includes(key)) continue
    report('front-matter-unknown-key', {place: locate([key], 'key'), actual: key, expected: keys})
    sound.delete(key)
  }
  const plain = toPlain(new Map([...sound].filter(([key]) => !dimensions.has(key))))
  for (const issue of frontMatterSchema.safeParse(plain).error?.issues ?? []) {
    const path = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
    reportIssue(path, issue, locate, report)
    sound.delete(String(path[0]))
  }
  return sound
}

interface Issue {
  readonly code: string
  readonly message: string
  readonly keys?: readonly string[]
}

function reportIssue(path: readonly (string | number)[], issue: Issue, locate: YamlReading['locate'], report: Report): void {
  const name = path.join('.')
  for (const key of issue.keys ?? []) {
    report('front-matter-unknown-key', {place: locate([...path, key], 'key'), actual: `${name}.${key}`, expected: []})
  }
  if (issue.keys === undefined) {
    report('front-matter-invalid', {place: locate(path), actual: name, detail: `\`${name}\` must be ${issue.message}`})
  }
}

function readFollowUp(value: unknown, source: TextSource): FrontMatter['followUp'] {
  if (value === undefined) return undefined
  const href = value instanceof Map ? value.get('href') : undefined
  const wordings = value instanceof Map ? new Map([...value].filter(([key]) => key !== 'href' && key !== 'text')) : value
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
