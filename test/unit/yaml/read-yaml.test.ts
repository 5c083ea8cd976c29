import {expect, test} from 'vitest'
import {readYaml} from '../../../src/core/yaml/read-yaml.ts'

const bounds = {maxDepth: 8, maxNodes: 100}
const read = (text: string) => readYaml(text, bounds)
const at = (text: string): string[] =>
  read(text).problems.map(
    ({message, position}) => `${position?.start.line}:${position?.start.column} ${message}`,
  )

test.each([
  ['id: 00012345', '00012345'],
  ['id: 1.10', '1.10'],
  ['id: 2025-06-24', '2025-06-24'],
  ['id: yes', 'yes'],
  ['id: 0x1F', '0x1F'],
  ['id: 1e3', '1e3'],
  ['id: "a\\tb"', 'a\tb'],
  ["id: 'it''s'", "it's"],
  ['id: adrenaline 1:1000', 'adrenaline 1:1000'],
  ['id: ""', ''],
  ['id: "null"', 'null'],
  ['id:', null],
  ['id: ~', null],
  ['id: null', null],
  ['id: |\n  two\n  lines', 'two\nlines\n'],
  ['{"id": "json"}', 'json'],
])('%j holds %j as typed', (text, want) => {
  expect(read(text).problems).toEqual([])
  expect((read(text).value as Map<string, unknown>).get('id')).toBe(want)
})

test('mappings are Maps, so hostile keys are plain keys', () => {
  const value = read('__proto__: 1\nconstructor: [a, b]').value as Map<string, unknown>
  expect([...value]).toEqual([
    ['__proto__', '1'],
    ['constructor', ['a', 'b']],
  ])
  expect(({} as Record<string, unknown>)['1']).toBeUndefined()
})

test.each([
  ['a: 1\na: 2', ['2:1 This key stands here twice']],
  [
    'a: &x 1\nb: *x',
    [
      '1:7 Anchors (`&name`) are not supported: write the value out',
      '2:4 Aliases (`*name`) are not supported: write the value out',
    ],
  ],
  ['a: !js/function x', ['1:4 Tags (`!name`) are not supported']],
  ['a: !!timestamp 2001-01-01', ['1:4 Tags (`!name`) are not supported']],
  ['a: !!binary aGVsbG8=', ['1:4 Tags (`!name`) are not supported']],
  ['a: !!set {x, y}', ['1:4 Tags (`!name`) are not supported']],
  ['%YAML 1.1\n---\na: !!omap [x: 1]', ['3:4 Tags (`!name`) are not supported']],
  ['? a\n: b', ['1:1 Complex keys (`? `) are not supported']],
  ['a: "open', ['1:9 A quote, bracket or colon is missing here']],
  ['a: b: c', ['1:4 A mapping cannot stand on the line of a key: put a text that holds `: ` in quotes']],
  ['a: \0', ['1:4 A control character cannot stand in YAML']],
  ['a: 1\n---\nb: 2', ['2:1 Only one YAML document may stand here']],
])('%j is refused at its place', (text, want) => {
  expect(at(text)).toEqual(want)
})

test.each([
  ['complex keys', '? '.repeat(400)],
  ['nested complex keys', '- ? '.repeat(400)],
  ['brackets', '['.repeat(5000)],
  ['braces', '{a: '.repeat(5000)],
  ['dashes', '- '.repeat(5000)],
  ['indentation', Array.from({length: 500}, (_, n) => `${' '.repeat(n)}a:`).join('\n')],
  ['items', '- a\n'.repeat(5000)],
])('%s are bounded before they cost anything', (_, text) => {
  expect(read(text).problems.length).toBeGreaterThan(0)
})

test('values and keys are located from the start that is given', () => {
  const reading = readYaml('title: x\nlist:\n  - one\n  - two: 2\n', {
    ...bounds,
    start: {line: 2, column: 1, offset: 4},
  })
  expect(reading.locate(['list', 1, 'two'])?.start).toEqual({line: 5, column: 10, offset: 36})
  expect(reading.locate(['list', 1, 'two'], 'key')?.start).toEqual({line: 5, column: 5, offset: 31})
  expect(reading.locate(['title', 'nothing'])?.start).toEqual({line: 2, column: 8, offset: 11})
})
