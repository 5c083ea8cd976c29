import {resolve} from 'node:path'
import {characterEntities} from 'character-entities'
import {regex} from 'github-slugger/regex.js'
import type {Rolldown} from 'tsdown'

/** Large tables of packages, in a form that compresses better; what reads it is in `src/browser/`. */
const tables: readonly {readonly module: RegExp; readonly code: () => string}[] = [
  {
    module: /\/character-entities\/index\.js$/,
    code: () =>
      read('character-entities', 'characterEntities', 'characterEntities', packEntities(characterEntities)),
  },
  {
    module: /\/github-slugger\/regex\.js$/,
    code: () => read('any-of', 'anyOf', 'regex', [packCharacters(regex)]),
  },
]

export function withDenseTables(): Rolldown.Plugin {
  const met = new Set<RegExp>()
  return {
    name: 'with-dense-tables',
    load: {
      filter: {id: tables.map(({module}) => module)},
      handler(id) {
        const table = tables.find(({module}) => module.test(id))
        if (table === undefined) return undefined
        met.add(table.module)
        return table.code()
      },
    },
    buildEnd() {
      if (met.size < tables.length) this.error('A table of a package is no longer where it was')
    },
  }
}

/** A module whose only export is what a function of ours makes of the packed table. */
function read(file: string, reader: string, name: string, packed: readonly string[]): string {
  const from = resolve(import.meta.dirname, `browser/${file}.ts`)
  const given = packed.map(part => JSON.stringify(part)).join(', ')
  return `import {${reader} as read} from ${JSON.stringify(from)}\nexport const ${name} = read(${given})\n`
}

/** Names and steps as `characterEntities` reads them. */
export function packEntities(entities: Readonly<Record<string, string>>): [names: string, steps: string] {
  const texts = new Map<string, string[]>()
  for (const name of Object.keys(entities).sort()) {
    const text = entities[name] ?? ''
    texts.set(text, [...(texts.get(text) ?? []), name])
  }
  const all = [...texts]
    .map(([text, same]) => ({points: Array.from(text, character => character.codePointAt(0) ?? 0), same}))
    .sort((a, b) => a.points.length - b.points.length || (a.points[0] ?? 0) - (b.points[0] ?? 0))
  const names = all.map(
    ({same, points: [, second]}) => same.join('.') + (second === undefined ? '' : `+${second.toString(36)}`),
  )
  return [names.join(' '), packAscending(all.map(({points: [first = 0]}) => first))]
}

/** The characters that an expression finds, as `anyOf` reads them. */
export function packCharacters(expression: RegExp): string {
  const ends: number[] = []
  for (let point = 0; point <= 0x10_ff_ff + 1; point++) {
    const found = point <= 0x10_ff_ff && String.fromCodePoint(point).replace(expression, '') === ''
    if (found !== (ends.length % 2 === 1)) ends.push(found ? point : point - 1)
  }
  return packAscending(ends)
}

function packAscending(numbers: readonly number[]): string {
  return numbers
    .map((number, index) => number - (numbers[index - 1] ?? 0))
    .map(step => (step === 1 ? '' : step.toString(36)))
    .join(' ')
}
