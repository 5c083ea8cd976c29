import {ParseEnglish} from 'parse-english'
import retextSimplify from 'retext-simplify'
import {VFile} from 'vfile'

/** A word or phrase, and plainer ones for it; with none it can go. */
export interface PlainerWords {
  /** The words as they are written. */
  readonly actual: string
  /** What can stand in their place. */
  readonly expected: readonly string[]
}

/** Turns of phrase that are plain where nothing shorter is. */
const idioms = ['it is', 'there are', 'there is']

/** What could be said more plainly in a sentence. */
export function plainerWords(sentence: string): readonly PlainerWords[] {
  const file = new VFile(sentence)
  retextSimplify({ignore: idioms})(new ParseEnglish().parse(sentence), file)
  const found = new Map<string, PlainerWords>()
  for (const {actual, expected} of file.messages)
    if (typeof actual === 'string') found.set(actual.toLowerCase(), {actual, expected: expected ?? []})
  return [...found.values()]
}
