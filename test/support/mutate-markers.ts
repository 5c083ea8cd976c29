import fc from 'fast-check'

/** A slip of a hand, or of a tool, at a place near a marker. */
export interface Edit {
  /** Which of the markers, and how far from its beginning; both wrap around. */
  readonly marker: number
  readonly shift: number
  readonly kind: (typeof kinds)[number]
  /** Picks a character, a width or a wrapper. */
  readonly choice: number
}

const kinds = [
  'insert',
  'delete',
  'duplicate',
  'swap',
  'escape',
  'wrap',
  'join',
  'case',
  'look-alike',
  'indent',
] as const

const inserted = [...' :x-\n\\`*_>#[]{}|!."=/@%<', '\u00A0', '\u200B', '\u00AD', '\t']
const wrappers = ['*', '**', '_', '"', '`', '~~', '(', '“']
const lookAlikes: Readonly<Record<string, string>> = {
  ':': '：',
  '[': '［',
  '{': '｛',
  c: 'с',
  i: 'і',
  o: 'о',
  a: 'а',
  p: 'р',
  e: 'е',
}
const indents = [' ', '  ', '   ', '    ', '\t', '\u00A0', '     ']

export const edit: fc.Arbitrary<Edit> = fc.record({
  marker: fc.nat(),
  shift: fc.integer({min: -1, max: 14}),
  kind: fc.constantFrom(...kinds),
  choice: fc.nat({max: 1_000}),
})

/** Whether an edit can make markup literal on purpose: by a backslash, by code, by a comment. */
export function makesLiteral({kind, choice}: Edit): boolean {
  if (kind === 'escape') return true
  const character = kind === 'insert' ? pick(inserted, choice) : kind === 'wrap' ? pick(wrappers, choice) : ''
  return character === '\\' || character === '`'
}

/** Apply an edit to a page; the same text where there is no marker. */
export function mutate(source: string, {marker, shift, kind, choice}: Edit): string {
  const from = source.startsWith('---\n') ? source.indexOf('\n---\n', 3) + 5 : 0
  const sites = [...source.slice(from).matchAll(/:+[\w-]*[[{]?|[{}\]]+/g)].map(({index}) => from + index)
  const site = sites[marker % Math.max(1, sites.length)]
  if (site === undefined) return source
  const at = Math.min(source.length - 1, Math.max(from, site + shift))
  const before = source.slice(0, at)
  const character = source[at] ?? ''
  const after = source.slice(at + 1)
  const line = source.lastIndexOf('\n', at - 1) + 1
  switch (kind) {
    case 'insert':
      return before + pick(inserted, choice) + character + after
    case 'delete':
      return before + after
    case 'duplicate':
      return before + character + character + after
    case 'swap':
      return before + after.slice(0, 1) + character + after.slice(1)
    case 'escape':
      return `${before}\\${character}${after}`
    case 'wrap': {
      const wrapper = pick(wrappers, choice)
      const length = 1 + (choice % 12)
      return `${before}${wrapper}${source.slice(at, at + length)}${wrapper}${source.slice(at + length)}`
    }
    case 'join': {
      const end = source.indexOf('\n', at)
      return end < 0 ? source : `${source.slice(0, end)} ${source.slice(end + 1)}`
    }
    case 'case':
      return (
        before +
        (character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase()) +
        after
      )
    case 'look-alike':
      return before + (lookAlikes[character] ?? character) + after
    case 'indent':
      return source.slice(0, line) + pick(indents, choice) + source.slice(line)
  }
}

function pick(from: readonly string[], choice: number): string {
  return from[choice % from.length] ?? ''
}
