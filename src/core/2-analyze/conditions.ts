import type {BranchMatch, Condition, Settings, WrittenAttribute} from '../language/index.ts'
import {sliceRaw} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {Directive} from './directives/definition.ts'

/** A condition in both of its forms: as a guard, and as a branch of a group. */
export interface ReadCondition {
  readonly condition: Condition
  readonly match: BranchMatch
}

export interface ConditionSource {
  readonly settings: Settings
  readonly report: Report
  readonly directive: Directive
}

/**
 * Read `for`, `not` and the further dimensions of a directive.
 *
 * @param attributes Its attributes by name.
 * @param named Audience ids that the directive's own name stands for (`:::clinician`).
 * @returns `undefined` after a report where the condition is broken: no reader gets its text then.
 */
export function readCondition(
  attributes: ReadonlyMap<string, WrittenAttribute>,
  named: readonly string[] | undefined,
  source: ConditionSource,
): ReadCondition | undefined {
  const {settings, report, directive} = source
  const isFor = attributes.get('for')
  const isNot = attributes.get('not')
  const second = named === undefined ? isFor && isNot : (isFor ?? isNot)
  if (second !== undefined) {
    report('condition-conflict', {
      place: second.position,
      detail:
        named === undefined
          ? '`for` and `not` stand together'
          : `\`${directive.name}\` names the readers already, so \`${second.name}\` cannot stand beside it`,
    })
    return undefined
  }
  const dimensions = readDimensions(attributes, source)
  if (dimensions === undefined) return undefined
  const written = isFor ?? isNot
  if (named === undefined && written === undefined && dimensions.size === 0) {
    report('condition-missing', {
      place: directive,
      actual: directive.name,
      expected: ['for', 'not', ...settings.dimensions.keys()],
    })
    return undefined
  }
  const ids = named ?? (written === undefined ? undefined : readAudiences(written, source))
  if (ids === undefined) return written === undefined ? withoutAudiences(settings, dimensions) : undefined
  const {audiences} = settings
  const seeing = audiences.seeing(ids)
  if (isNot === undefined) {
    return {condition: {audiences: seeing, dimensions}, match: {audiences: ids, dimensions, otherwise: false}}
  }
  const others = audiences.ids.filter(id => !seeing.has(id))
  return {
    condition: {audiences: new Set(others), dimensions},
    match: {audiences: others, dimensions, otherwise: false},
  }
}

function withoutAudiences(settings: Settings, dimensions: Condition['dimensions']): ReadCondition {
  return {
    condition: {audiences: new Set(settings.audiences.ids), dimensions},
    match: {audiences: undefined, dimensions, otherwise: false},
  }
}

/** Ids separated by blanks; `undefined` after a report where one is unknown or none is there. */
function readAudiences(
  attribute: WrittenAttribute,
  {settings, report, directive}: ConditionSource,
): string[] | undefined {
  const {audiences} = settings
  const words = wordsOf(attribute)
  if (words.length === 0) {
    report('condition-missing', {
      place: attribute.position,
      actual: directive.name,
      expected: [...audiences.ids],
    })
    return undefined
  }
  const unknown = words.filter(({word}) => !audiences.has(word))
  for (const {word, place} of unknown) {
    report('audience-unknown', {
      place,
      actual: word,
      expected: [...audiences.ids],
      ...(word.includes(',') && {
        note: 'Several audiences are separated by blanks: `for="clinician student"`.',
      }),
    })
  }
  return unknown.length > 0 ? undefined : words.map(({word}) => word)
}

function readDimensions(
  attributes: ReadonlyMap<string, WrittenAttribute>,
  {settings, report}: ConditionSource,
): Map<string, ReadonlySet<string>> | undefined {
  const dimensions = new Map<string, ReadonlySet<string>>()
  let broken = false
  for (const {name, values} of settings.dimensions.values()) {
    const attribute = attributes.get(name)
    if (attribute === undefined) continue
    const words = wordsOf(attribute)
    const unknown = words.filter(({word}) => !values.includes(word))
    if (words.length === 0) unknown.push({word: '', place: attribute.position})
    for (const {word, place} of unknown) {
      const allowed = values.map(value => `\`${value}\``).join(', ')
      const detail = `Unknown value \`${word}\` of \`${name}\`. Allowed: ${allowed}.`
      report('directive-attribute-invalid', {place, actual: word, expected: values, detail})
      broken = true
    }
    dimensions.set(name, new Set(words.map(({word}) => word)))
  }
  return broken ? undefined : dimensions
}

/**
 * The words of an attribute's value, each with its place; exact where the value holds no character reference.
 */
function wordsOf({
  value,
  position,
  valuePosition,
}: WrittenAttribute): {word: string; place: WrittenAttribute['position']}[] {
  return [...value.matchAll(/\S+/g)].map(({0: word, index}) => {
    const start = valuePosition?.start
    const asTyped = start?.offset !== undefined && valuePosition?.end.offset === start.offset + value.length
    const place =
      asTyped && valuePosition
        ? sliceRaw({value, position: valuePosition}, index, index + word.length)
        : position
    return {word, place}
  })
}
