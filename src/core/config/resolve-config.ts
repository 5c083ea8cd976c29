import {styles} from '../citations/references/styles/index.ts'
import {
  type Audience,
  AudienceTable,
  type CitationStyle,
  type Dimension,
  deepFreeze,
  type NativeParser,
  type NumberingRule,
  type ReferenceGroup,
  type Settings,
  type TextGroup,
} from '../language/index.ts'
import {explain} from '../messages/choose.ts'
import {formatIssue} from '../messages/format-issue.ts'
import {ConfigError, type ConfigProblem} from './config-error.ts'
import {crossCheck} from './cross-checks.ts'
import {
  defaultAudiences,
  defaultLimits,
  defaultServe,
  type ServeSettings,
  withoutUndefined,
} from './defaults.ts'
import {keysAt} from './keys-at.ts'
import {audienceWords, labelsFor, referenceGroupsFor} from './labels/index.ts'
import {type ConfigInput, configSchema} from './schema.ts'
import {toSite} from './site.ts'

/** A checked configuration with every default filled in. Made once, it serves any number of sources. */
export class ResolvedConfig {
  constructor(
    /** What the core needs of the configuration. */
    readonly settings: Settings,
    /** The parts that only a project on disk uses. */
    readonly project: {
      /** Globs of pages, from the project’s folder. */
      readonly content: readonly string[] | undefined
      /** Folder that builds write into, from the project’s folder. */
      readonly outDir: string
      /** Bounds of the server. */
      readonly serve: ServeSettings
    },
    /** What `parser` may choose beside the reference. */
    readonly nativeParser?: NativeParser,
  ) {}
}

/**
 * Check a configuration and fill in what it leaves open.
 *
 * @param config As written, or resolved already.
 * @param nativeParser What `parser` may choose beside the reference; a resolved configuration keeps its own.
 * @returns All settings, frozen.
 * @throws {ConfigError} With all problems at once.
 */
export function resolveConfig(config: unknown = {}, nativeParser?: NativeParser): ResolvedConfig {
  if (config instanceof ResolvedConfig) return config
  const parsed = configSchema.safeParse(config, {error: formatIssue})
  if (!parsed.success) throw new ConfigError(parsed.error.issues.flatMap(problemsOf))
  const {data} = parsed
  const audiences = (data.audiences ?? defaultAudiences).map(toAudience)
  const problems = crossCheck(data, audiences)
  if (problems.length > 0) throw new ConfigError(problems)
  const table = new AudienceTable(audiences)
  const settings: Settings = {
    audiences: table,
    ...(data.defaultAudience !== undefined && {defaultAudience: data.defaultAudience}),
    dimensions: toDimensions(data.dimensions ?? {}),
    locale: data.locale ?? 'en',
    citationStyle: data.citationStyle ?? 'numeric',
    styles: toStyles(data.citationStyles),
    numbering: toNumbering(data.numbering),
    textRanges: data.textRanges ?? 'dash',
    labels: locale => labelsFor(locale, data.locales ?? {}),
    audienceWords: (id, locale) => {
      const audience = table.get(id)
      if (audience === undefined) throw new RangeError(`There is no audience \`${id}\``)
      return audienceWords(audience, locale, data.audiences === undefined, data.locales)
    },
    referenceGroups: locale => toGroups(locale, data.referenceGroups),
    bibliography: toList(data.bibliography),
    glossary: typeof data.glossary === 'string' ? [data.glossary] : (data.glossary ?? []),
    vars: data.vars ?? {},
    disclaimers: toTexts('disclaimers', data.disclaimers),
    site: toSite(data.site),
    rules: new Map(Object.entries(withoutUndefined(data.rules ?? {}))),
    ...(data.docsUrl !== undefined && {docsUrl: data.docsUrl.replace(/\/+$/, '')}),
    readability: {
      tolerance: data.readability?.tolerance ?? 2,
      names: new Set((data.readability?.names ?? []).flatMap(name => name.toLowerCase().split(/\s+/))),
    },
    limits: {...defaultLimits, ...withoutUndefined(data.limits ?? {})},
    rawHtml: data.rawHtml ?? false,
    parser: data.parser ?? 'auto',
  }
  const content = data.content === undefined ? undefined : toList(data.content)
  const serve = {...defaultServe, ...withoutUndefined(data.serve ?? {})}
  const project = {content, outDir: data.outDir ?? 'dist', serve}
  return new ResolvedConfig(deepFreeze(settings), project, nativeParser)
}

interface ConfigIssue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly ConfigIssue[])[]
}

/** Zod's issues in our words: what was found where, and what may stand there. */
function problemsOf(issue: ConfigIssue): readonly ConfigProblem[] {
  const path = issue.path.map(String).join('.')
  if (issue.keys === undefined || issue.keys.length === 0)
    // only the whole has no path
    return [{path, message: `must be ${path === '' ? 'an object' : issue.message}`}]
  const allowed = keysAt(issue.path).filter(key => key !== '$schema')
  return issue.keys.map(key => ({
    path: path === '' ? key : `${path}.${key}`,
    message: `unknown key${explain(key, allowed)}`,
  }))
}

function toAudience({
  fallback = [],
  ...audience
}: NonNullable<ConfigInput['audiences']>[number] | Audience): Audience {
  // only optional keys are dropped
  return {...(withoutUndefined(audience) as Omit<Audience, 'fallback'>), fallback}
}

function toDimensions(written: NonNullable<ConfigInput['dimensions']>): ReadonlyMap<string, Dimension> {
  const entries = Object.entries(written).map(([name, dimension]): [string, Dimension] => {
    const full = Array.isArray(dimension) ? {values: dimension} : dimension
    // only optional keys are dropped
    return [name, {name, ...(withoutUndefined(full) as Omit<Dimension, 'name'>)}]
  })
  return new Map(entries)
}

/** Own groups come before the built-in ones and replace those of the same id. */
function toGroups(locale: string, own: ConfigInput['referenceGroups'] = []): readonly ReferenceGroup[] {
  const mine = own.map(({id, label, types = []}) => ({
    id,
    types,
    label: typeof label === 'string' ? label : localized(label, locale, id),
  }))
  return [...mine, ...referenceGroupsFor(locale).filter(group => !mine.some(({id}) => id === group.id))]
}

function localized(labels: Record<string, string>, locale: string, id: string): string {
  return labels[locale] ?? labels[locale.split('-')[0] ?? ''] ?? labels.en ?? id
}

/** Built-in styles and the project's own, each under the name that the project gives it. */
function toStyles(own: ConfigInput['citationStyles'] = {}): ReadonlyMap<string, CitationStyle> {
  const given = Object.entries(own).flatMap(([id, style]): [string, CitationStyle][] =>
    'file' in style ? [] : [[id, {...style, id}]],
  )
  return new Map([...styles, ...given])
}

function toNumbering(written: ConfigInput['numbering']): NumberingRule {
  const {by, stable = false} = typeof written === 'string' ? {by: written} : (written ?? {})
  return {...(by !== undefined && {by}), stable}
}

function toTexts(group: string, written: ConfigInput['disclaimers']): TextGroup | undefined {
  if (written === undefined) return undefined
  const texts = typeof written === 'string' ? {default: written} : written
  const branches = Object.entries(texts).map(([id, text]) => {
    const otherwise = id === 'default'
    return {match: {audiences: otherwise ? undefined : [id], dimensions: new Map(), otherwise}, text}
  })
  return {group, branches}
}

function toList(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : (value ?? [])
}
