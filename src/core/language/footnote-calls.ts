/** Calls of footnotes in a text as typed, with their names; a character class like `[^a-z]` is none. */
export function footnoteCalls(typed: string): readonly {call: string; name: string; index: number}[] {
  if (!typed.includes('[^')) return []
  return [...typed.matchAll(/(?<!\\)\[\^(?!\w-\w)([\w-]+)\]/g)].map(({0: call, 1: name = call, index}) => ({
    call,
    name,
    index,
  }))
}
