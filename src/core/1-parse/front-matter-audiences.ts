import type {Condition, Restriction} from '../language/index.ts'
import type {YamlReading} from '../yaml/read-yaml.ts'
import type {FrontMatterContext} from './front-matter-context.ts'

/** Read `audiences`, `for`, `not` and the further dimensions. */
export function readRestriction(
  map: ReadonlyMap<string, unknown>,
  locate: YamlReading['locate'],
  context: FrontMatterContext,
): Restriction {
  const {audiences, dimensions, report} = context
  let unreadable = false
  const ids = (key: string): readonly string[] | undefined => {
    if (!map.has(key)) return undefined
    const read = readWords(key, map.get(key), audiences.ids, locate, context)
    unreadable ||= read === undefined
    return read
  }
  const served = ids('audiences')
  const isFor = ids('for')
  const isNot = ids('not')
  if (map.has('for') && map.has('not')) {
    report('condition-conflict', {place: locate(['not'], 'key'), detail: '`for` and `not` stand together'})
    unreadable = true
  }
  const values = new Map<string, ReadonlySet<string>>()
  for (const [name, dimension] of dimensions) {
    if (!map.has(name)) continue
    const read = readWords(name, map.get(name), dimension.values, locate, context)
    if (read === undefined) unreadable = true
    else values.set(name, new Set(read))
  }
  const seeing = isFor ? audiences.seeing(isFor) : new Set(audiences.ids)
  const without = audiences.seeing(isNot ?? [])
  const condition: Condition = {
    audiences: new Set([...seeing].filter(id => !without.has(id))),
    dimensions: values,
  }
  const lost = served?.filter(id => !condition.audiences.has(id)) ?? []
  for (const id of lost) {
    const place = locate(['audiences', served?.indexOf(id) ?? 0])
    report('condition-conflict', {
      place,
      actual: id,
      detail: `The page serves \`${id}\`, but its \`for\` or \`not\` excludes that audience`,
    })
  }
  const restricts = isFor !== undefined || isNot !== undefined || values.size > 0
  return {
    ...(served && {audiences: served}),
    ...(restricts && {condition}),
    unreadable: unreadable || lost.length > 0,
  }
}

function readWords(
  key: string,
  value: unknown,
  allowed: readonly string[],
  locate: YamlReading['locate'],
  {audiences, report}: FrontMatterContext,
): readonly string[] | undefined {
  const words = typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : value
  if (!Array.isArray(words) || words.length === 0) {
    report('front-matter-invalid', {
      place: locate([key]),
      actual: key,
      detail: `\`${key}\` must name at least one of: ${allowed.join(', ')}`,
    })
    return undefined
  }
  const unknown = words.filter(word => !allowed.includes(word))
  for (const word of unknown) {
    const place = typeof value === 'string' ? locate([key]) : locate([key, words.indexOf(word)])
    const actual = String(word)
    if (allowed === audiences.ids) report('audience-unknown', {place, actual, expected: allowed})
    else
      report('front-matter-invalid', {
        place,
        actual,
        expected: allowed,
        detail: `Unknown value \`${actual}\` of \`${key}\`. Allowed: ${allowed.join(', ')}.`,
      })
  }
  return unknown.length === 0 ? words : undefined
}
