import type {Position} from 'unist'

/** Where a directive may stand: in a line (`:name[…]`), as a line (`::name`), around blocks (`:::name`). */
export type DirectiveKind = 'text' | 'leaf' | 'container'

/** One attribute as it was written; nothing merged, nothing overwritten. */
export interface WrittenAttribute {
  readonly name: string
  /** Character references decoded. */
  readonly value: string
  /** The whole attribute in the source. */
  readonly position: Position
  /** Its value without quotes; absent where none is written. */
  readonly valuePosition?: Position
}

/** A piece of source as typed. */
export interface RawText {
  readonly value: string
  readonly position: Position
}

/** What the tree of `remark-directive` does not hold, on a directive node's `data`. */
export interface WrittenDirective {
  readonly attributes: readonly WrittenAttribute[]
  /** What stands between `[` and `]`, as typed; absent where there are no brackets. */
  readonly label?: RawText
}

declare module 'unist' {
  interface Data {
    written?: WrittenDirective
    /** On a text node: it begins with `:name` before `[` or `{`, and no directive has that name. */
    unknownDirective?: string
  }
}

/** Word processors make these of straight quotes; around the value of an attribute they are none. */
const curly = /=[ \t]*[\u2018-\u201F\u00AB\u00BB]/

/** What to say of an attribute list with curly quotes; `undefined` where it has none. */
export function curlyQuotesHint(written: string): string | undefined {
  return curly.test(written)
    ? 'has curly quotes: write straight quotes, as in `{for="patient student"}`'
    : undefined
}
