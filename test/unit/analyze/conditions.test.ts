import type {TextDirective} from 'mdast-util-directive'
import type {Position} from 'unist'
import {expect, test} from 'vitest'
import {type ReadCondition, readCondition} from '../../../src/core/2-analyze/conditions.ts'
import {resolveConfig} from '../../../src/core/config/resolve-config.ts'
import type {WrittenAttribute} from '../../../src/core/language/index.ts'
import type {Finding} from '../../../src/core/messages/reporter.ts'

const {settings} = resolveConfig({
  audiences: [
    {id: 'clinician', label: 'c'},
    {id: 'nurse', label: 'n', is: 'clinician'},
    {id: 'patient', label: 'p'},
  ],
  dimensions: {region: ['us', 'eu'], edition: ['web', 'print']},
})

const directive: TextDirective = {type: 'textDirective', name: 'only', children: []}

const span = (from: number, to: number): Position => ({
  start: {line: 1, column: from + 1, offset: from},
  end: {line: 1, column: to + 1, offset: to},
})

/** Attributes as a source has them, one after another, in quotes: `for="a b" not="c"`. */
function written(source: string): Map<string, WrittenAttribute> {
  return new Map(
    [...source.matchAll(/(\w+)(?:="([^"]*)")?/g)].map(({0: whole, 1: name = '', 2: value, index}) => {
      const from = index + name.length + 2
      const position = span(index, index + whole.length)
      const attribute: WrittenAttribute =
        value === undefined
          ? {name, value: '', position}
          : {name, value, position, valuePosition: span(from, from + value.length)}
      return [name, attribute]
    }),
  )
}

interface Read {
  readonly read: ReadCondition | undefined
  readonly found: readonly (readonly [rule: string, finding: Finding])[]
}

function read(attributes: ReadonlyMap<string, WrittenAttribute>, named?: readonly string[]): Read {
  const found: [string, Finding][] = []
  const report = (rule: string, finding: Finding): void => void found.push([rule, finding])
  return {read: readCondition(attributes, named, {settings, report, directive}), found}
}

const show = (dimensions: ReadonlyMap<string, ReadonlySet<string>>): string =>
  [...dimensions].map(([name, values]) => `${name}=${[...values].join('|')}`).join(' ')

test.each([
  {source: 'for="clinician"', sees: 'clinician nurse', names: 'clinician', where: ''},
  {source: 'for="nurse"', sees: 'nurse', names: 'nurse', where: ''},
  {source: 'for=" patient  nurse "', sees: 'nurse patient', names: 'patient nurse', where: ''},
  {source: 'not="clinician"', sees: 'patient', names: 'patient', where: ''},
  {source: 'not="nurse"', sees: 'clinician patient', names: 'clinician patient', where: ''},
  {source: 'not="clinician patient"', sees: '', names: '', where: ''},
  {source: 'region="us"', sees: 'clinician nurse patient', names: undefined, where: 'region=us'},
  {
    source: 'edition="web" region="us eu"',
    sees: 'clinician nurse patient',
    names: undefined,
    where: 'region=us|eu edition=web',
  },
  {source: 'for="patient" region="eu"', sees: 'patient', names: 'patient', where: 'region=eu'},
  {
    source: 'not="patient" region="eu"',
    sees: 'clinician nurse',
    names: 'clinician nurse',
    where: 'region=eu',
  },
  {source: '', named: ['clinician'], sees: 'clinician nurse', names: 'clinician', where: ''},
  {source: 'region="us"', named: ['patient'], sees: 'patient', names: 'patient', where: 'region=us'},
])('$source $named is for $sees', ({source, named, sees, names, where}) => {
  const {read: condition, found} = read(written(source), named)
  expect(found).toEqual([])
  expect([...(condition?.condition.audiences ?? [])].join(' ')).toBe(sees)
  expect(condition?.match.audiences?.join(' ')).toBe(names)
  expect(condition?.match.otherwise).toBe(false)
  expect(show(condition?.condition.dimensions ?? new Map())).toBe(where)
  expect(condition?.match.dimensions).toBe(condition?.condition.dimensions)
})

const audiences = ['clinician', 'nurse', 'patient']

test.each([
  {
    source: 'for="clinician" not="nurse"',
    rule: 'condition-conflict',
    finding: {place: span(16, 27), detail: '`for` and `not` stand together'},
  },
  {
    source: 'for="nurse"',
    named: ['patient'],
    rule: 'condition-conflict',
    finding: {
      place: span(0, 11),
      detail: '`only` names the readers already, so `for` cannot stand beside it',
    },
  },
  {
    source: 'not="nurse"',
    named: ['patient'],
    rule: 'condition-conflict',
    finding: {
      place: span(0, 11),
      detail: '`only` names the readers already, so `not` cannot stand beside it',
    },
  },
  {
    source: 'other="x"',
    rule: 'condition-missing',
    finding: {place: directive, actual: 'only', expected: ['for', 'not', 'region', 'edition']},
  },
  {
    source: 'for=" "',
    rule: 'condition-missing',
    finding: {place: span(0, 7), actual: 'only', expected: audiences},
  },
  {
    source: 'for="patient nurs"',
    rule: 'audience-unknown',
    finding: {place: span(13, 17), actual: 'nurs', expected: audiences},
  },
  {
    source: 'not="nurs" region="us"',
    rule: 'audience-unknown',
    finding: {place: span(5, 9), actual: 'nurs', expected: audiences},
  },
  {
    source: 'for="nurse,patient"',
    rule: 'audience-unknown',
    finding: {
      place: span(5, 18),
      actual: 'nurse,patient',
      expected: audiences,
      note: 'Several audiences are separated by blanks: `for="clinician student"`.',
    },
  },
  {
    source: 'for="nurse" region="us uk"',
    rule: 'directive-attribute-invalid',
    finding: {
      place: span(23, 25),
      actual: 'uk',
      expected: ['us', 'eu'],
      detail: 'Unknown value `uk` of `region`. Allowed: `us`, `eu`.',
    },
  },
  {
    source: 'region=""',
    rule: 'directive-attribute-invalid',
    finding: {
      place: span(0, 9),
      actual: '',
      expected: ['us', 'eu'],
      detail: 'Unknown value `` of `region`. Allowed: `us`, `eu`.',
    },
  },
  {
    source: 'region',
    rule: 'directive-attribute-invalid',
    finding: {
      place: span(0, 6),
      actual: '',
      expected: ['us', 'eu'],
      detail: 'Unknown value `` of `region`. Allowed: `us`, `eu`.',
    },
  },
])('$source is for no reader: $rule', ({source, named, rule, finding}) => {
  const {read: condition, found} = read(written(source), named)
  expect(condition).toBeUndefined()
  expect(found).toEqual([[rule, finding]])
})

test('each unknown word is reported', () => {
  const {read: condition, found} = read(written('for="a nurse b" region="c d"'))
  expect(condition).toBeUndefined()
  expect(found.map(([rule, {actual, place}]) => [rule, actual, place])).toEqual([
    ['directive-attribute-invalid', 'c', span(24, 25)],
    ['directive-attribute-invalid', 'd', span(26, 27)],
  ])
  expect(read(written('for="a nurse b"')).found.map(([, {actual}]) => actual)).toEqual(['a', 'b'])
})

test.each([
  {why: 'was decoded', valuePosition: span(5, 20)},
  {why: 'has no offset', valuePosition: {start: {line: 1, column: 6}, end: {line: 1, column: 9}}},
  {why: 'has no place', valuePosition: undefined},
])('a word of a value that $why is at the place of its attribute', ({valuePosition}) => {
  const position = span(0, 22)
  const attribute = {name: 'for', value: 'nur', position, ...(valuePosition && {valuePosition})}
  const {found} = read(new Map([['for', attribute]]))
  expect(found.map(([, {place}]) => place)).toEqual([position])
})
