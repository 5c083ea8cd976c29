/** What would be markup in Markdown, in a text that takes none. */
export interface PlainTextMarkup {
  readonly rule: 'directive-misplaced' | 'markup-residue' | 'fence-malformed'
  readonly actual?: string
  readonly detail: string
}

/**
 * Finds a directive, or what is left of one, in a text that takes none: every reader would see its source.
 */
export type FindMarkup = (text: string) => PlainTextMarkup | undefined

/**
 * Finds the first directive in a text that takes none: a registered name behind one colon, with `[` or `{` at
 * once.
 *
 * @param names Registered names.
 * @returns A function from a text to an index in it, or -1.
 */
export function directiveFinder(names: Iterable<string>): (text: string) => number {
  const directive = new RegExp(`(?<![\\\\:]):(?:${anyOf(names)})[[{]`)
  return text => text.search(directive)
}

/** Source of a regular expression that matches any of some directive names. */
export function anyOf(names: Iterable<string>): string {
  return [...names].map(name => name.replace(/[^\w-]/g, '\\$&')).join('|')
}

/** Calls of footnotes in a text as typed, with their names; a character class like `[^a-z]` is none. */
export function footnoteCalls(typed: string): readonly {call: string; name: string; index: number}[] {
  if (!typed.includes('[^')) return []
  return [...typed.matchAll(/(?<!\\)\[\^(?!\w-\w)([\w-]+)\]/g)].map(({0: call, 1: name = call, index}) => ({
    call,
    name,
    index,
  }))
}
