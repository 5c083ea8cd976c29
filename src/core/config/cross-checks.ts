import {builtInNames} from '../2-analyze/directives/index.ts'
import {styles} from '../citations/references/styles/index.ts'
import {type Audience, isLocale} from '../language/index.ts'
import {explain} from '../messages/choose.ts'
import {type RuleId, rules} from '../messages/rules.ts'
import type {ConfigProblem} from './config-error.ts'
import {labelPaths} from './labels/index.ts'
import type {ConfigInput} from './schema.ts'
import {siteProblems} from './site.ts'

/** What a schema cannot see: names that refer to other names. */
export function crossCheck(config: ConfigInput, audiences: readonly Audience[]): readonly ConfigProblem[] {
  const ids = audiences.map(({id}) => id)
  const problems: ConfigProblem[] = []
  const add = (path: string, message: string): number => problems.push({path, message})
  const known = (path: string, id: string, allowed: readonly string[] = ids): void => {
    if (!allowed.includes(id)) add(path, `unknown audience \`${id}\`${explain(id, allowed)}`)
  }

  for (const [index, {id, is, fallback}] of audiences.entries()) {
    const path = `audiences.${index}`
    if (ids.indexOf(id) !== index) add(`${path}.id`, `\`${id}\` is declared twice`)
    if (reservedIds.includes(id))
      add(`${path}.id`, `\`${id}\` is taken by the language or the site: choose another id`)
    if (is !== undefined) known(`${path}.is`, is)
    for (const [at, other] of fallback.entries()) known(`${path}.fallback.${at}`, other)
    if (fallback.includes(id)) add(`${path}.fallback`, `\`${id}\` cannot stand in for itself`)
    if (isCyclic(id, audiences)) add(`${path}.is`, `\`${id}\` is its own ancestor`)
  }
  for (const [locale, {labels = {}, audiences: words = {}}] of Object.entries(config.locales ?? {})) {
    for (const id of Object.keys(words)) known(`locales.${locale}.audiences.${id}`, id)
    const paths = Object.entries(labels).flatMap(([key, value]) =>
      typeof value === 'string' ? [key] : Object.keys(value).map(below => `${key}.${below}`),
    )
    for (const path of paths) {
      if (!labelPaths().includes(path))
        add(`locales.${locale}.labels.${path}`, `unknown label${explain(path, labelPaths())}`)
    }
  }
  const style = config.citationStyle
  const own = Object.entries(config.citationStyles ?? {})
  const allStyles = [...styles.keys(), ...own.map(([id]) => id)]
  if (style !== undefined && !allStyles.includes(style))
    add('citationStyle', `unknown citation style \`${style}\`${explain(style, allStyles)}`)
  for (const [id, given] of own) {
    if (styles.has(id)) add(`citationStyles.${id}`, 'is a built-in style: choose another name')
    if ('file' in given)
      add(
        `citationStyles.${id}`,
        'files are read by the command line and `parlance-md/project`; here, give what `cslStyle` of `parlance-md/csl` makes',
      )
  }
  for (const [path, message] of siteProblems(config.site)) add(`site.${path}`, message)
  for (const locale of Object.keys(config.locales ?? {})) {
    if (!isLocale(locale)) add(`locales.${locale}`, 'is no BCP 47 language tag like `en` or `es-MX`')
  }
  if (config.defaultAudience !== undefined) known('defaultAudience', config.defaultAudience)
  for (const [name, group] of Object.entries({
    disclaimers: config.disclaimers,
    ...prefixed('vars', config.vars),
  })) {
    if (typeof group === 'object')
      for (const id of Object.keys(group)) known(`${name}.${id}`, id, ['default', ...ids])
  }
  for (const [name, dimension] of Object.entries(config.dimensions ?? {})) {
    if (!/^[a-z][a-z0-9-]*$/.test(name)) add(`dimensions.${name}`, 'a dimension has a kebab-case name')
    if (reservedDimensions.includes(name))
      add(`dimensions.${name}`, `\`${name}\` is taken: choose another name`)
    if (ids.includes(name)) add(`dimensions.${name}`, `\`${name}\` is the id of an audience`)
    if (Array.isArray(dimension) || dimension.default === undefined) continue
    if (!dimension.values.includes(dimension.default))
      add(
        `dimensions.${name}.default`,
        `unknown value \`${dimension.default}\`${explain(dimension.default, dimension.values)}`,
      )
  }
  for (const id of Object.keys(config.rules ?? {})) {
    if (rules[id as RuleId].safety)
      add(`rules.${id}`, 'is a safety rule: it cannot be turned off or made milder')
  }
  return problems
}

/** `when` and its like are directives; `default` and `v1` would be ambiguous in maps and URLs. */
const reservedIds: readonly string[] = [...builtInNames, 'default', 'all', 'v1', 'docs']

/** Attributes and options that exist already, and keys of the front matter. */
const reservedDimensions: readonly string[] = [
  ...[
    'for',
    'not',
    'omit',
    'id',
    'class',
    'audience',
    'format',
    'page',
    'width',
    'draft',
    'file',
    'to',
    'missing',
    'default',
  ],
  ...[
    'title',
    'description',
    'audiences',
    'slug',
    'locale',
    'updated',
    'review',
    'references',
    'bibliography',
    'glossary',
    'vars',
    'extra',
  ],
]

function prefixed(name: string, group: ConfigInput['vars']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(group ?? {}).map(([key, value]) => [`${name}.${key}`, value]))
}

function isCyclic(id: string, audiences: readonly Audience[]): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = id; at !== undefined; ) {
    if (seen.has(at)) return at === id
    seen.add(at)
    at = audiences.find(audience => audience.id === at)?.is
  }
  return false
}
