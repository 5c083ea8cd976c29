import {defaultStrings} from '@citation-js/plugin-bibtex/lib-mjs/input/constants.js'
import type {RawEntry} from './split-entries.ts'

/** A million characters: strings that hold one another would else grow without end. */
const maxLength = 1_000_000

/** The `@string`s of a file, so far. */
export class Definitions {
  readonly #known = new Map<string, string>()

  /** @param value What a string stands for, with the strings in it resolved. */
  add(name: string, value: string): void {
    this.#known.set(name.toLowerCase(), value)
  }

  /** Names in an entry that stand for nothing. */
  unknownIn({strings}: RawEntry): readonly string[] {
    return [...strings.keys()].filter(name => !this.#known.has(name) && !Object.hasOwn(defaultStrings, name))
  }

  /** The definitions that an entry needs, each in one row; `undefined` where they would make it too long. */
  usedBy({strings}: RawEntry): string | undefined {
    const used = [...strings].map(([name, times]) => ({name, times, value: this.#known.get(name)}))
    const length = used.reduce((sum, {times, value = ''}) => sum + times * value.length, 0)
    if (length > maxLength) return undefined
    return used
      .flatMap(({name, value}) => (value === undefined ? [] : [`@string{${name} = ${quoted(value)}}\n`]))
      .join('')
  }
}

/**
 * In braces, but where a value has a brace that nothing opened: such a value was written in quotation marks.
 */
function quoted(value: string): string {
  const row = value.replace(/[\r\n]+/g, ' ')
  let depth = 0
  for (const char of row) {
    if (char === '{') depth++
    if (char === '}') depth--
    if (depth < 0) return `"${row}"`
  }
  return `{${row}}`
}
