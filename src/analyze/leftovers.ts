import {anyOf} from '../document/index.ts'

/** A condition that its author meant, but that is text for everyone as typed. */
export interface Leftover {
  /** Index in the text. */
  readonly index: number
  /** What was found there, without what it may hold for some readers. */
  readonly found: string
  readonly detail: string
}

/** Finds the first condition that is left over in a text as typed; `starts` tells whether it begins its block. */
export type FindLeftover = (typed: string, starts: boolean) => Leftover | undefined

/**
 * Finds conditions that were mistyped within a line.
 *
 * @param conditional Names of the directives that take conditions.
 */
export function leftoverFinder(conditional: readonly string[]): FindLeftover {
  const names = anyOf(conditional)
  const forms: readonly {
    readonly pattern: RegExp
    readonly detail: (found: string) => string
    readonly startOnly?: boolean
  }[] = [
    {
      pattern: new RegExp(`(?<![\\\\:\\p{L}\\p{N}]):(?:${names})[^\\S\\n]+(?=\\{|\\[[^\\]]*\\]\\{)`, 'u'),
      detail: found => `A blank stands behind \`${found}\`: remove it`,
    },
    {
      pattern: /(?<![\\:\p{L}\p{N}]):only[^\S\n]+(?=\[|for=|not=)/u,
      detail: found =>
        `\`${found}\` needs brackets or braces at once: write \`:only[…]{for=…}\` or \`:only{for=…}\``,
    },
    {
      pattern: new RegExp(`^:(?:${names})(?![\\w-]|[^\\S\\n]*[[{])`, 'u'),
      detail: found => `\`${found}\` is no marker without braces: write \`${found}{}\``,
      startOnly: true,
    },
    {
      pattern: /(?<!\\)\{(?=[^{}\n]*\b(?:for|not)[ \t]*=[^{}\n]*\})/u,
      detail: () =>
        'These attributes belong to no directive: put them directly behind one, as in `:only[…]{for=…}`',
    },
    {
      pattern: new RegExp(`(?<!\\\\)\\]\\{[.#]?(?:${names})[ \\t]*\\}`, 'u'),
      detail: () => 'This is another tool’s spelling: write `:only[…]{for=…}`',
    },
  ]
  return (typed, starts) => {
    for (const {pattern, detail, startOnly = false} of forms) {
      const match = startOnly && !starts ? null : pattern.exec(typed)
      if (match === null) continue
      const found = match[0].trimEnd()
      return {index: match.index, found, detail: detail(found)}
    }
    return undefined
  }
}
