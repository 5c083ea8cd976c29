import {anyOf} from '../language/index.ts'

/** A leaf directive that stands inside a line, where it is text for everyone as typed. */
export interface LeafInLine {
  /** Index in the text. */
  readonly index: number
  readonly name: string
}

/** Finds leaf directives in a text; `before` is the character that stands before it. */
export type FindLeaves = (typed: string, before: string) => readonly LeafInLine[]

/**
 * Finds leaf directives that stand inside a line. `std::vector` and `Foo::toc` are none: a word stands before
 * the colons.
 *
 * @param leaves Names of the leaf directives.
 */
export function leafFinder(leaves: readonly string[]): FindLeaves {
  const form = new RegExp(
    `(?<![\\\\/:\\p{L}\\p{M}\\p{N}_])::(${anyOf(leaves)})(?![\\p{L}\\p{M}\\p{N}_:-])`,
    'gu',
  )
  return (typed, before) => {
    if (!typed.includes('::')) return []
    return [...(before + typed).matchAll(form)].map(({index, 1: name = ''}) => ({
      index: index - before.length,
      name,
    }))
  }
}
