import {daleChall} from 'dale-chall'
import {syllable} from 'syllable'

/** What formulas count of one word. */
export interface MeasuredWord {
  readonly text: string
  readonly letters: number
  /** Letters and digits. */
  readonly characters: number
  readonly syllables: number
  /** On the list of words that most fourth-graders know (Chall and Dale, 1995), or a regular form of one. */
  readonly familiar: boolean
  /** A name, an explained term: it counts like a short word that everyone knows. */
  readonly exempt: boolean
}

const known: ReadonlySet<string> = new Set(daleChall.map(word => word.toLowerCase()))

/** Letters of a word that an author can do nothing about: about the mean of English. */
const usualLength = 5

/**
 * Measure a word.
 *
 * @param exempt Whether it shall not count against its author.
 */
export function measureWord(text: string, exempt: boolean): MeasuredWord {
  if (exempt)
    return {text, letters: usualLength, characters: usualLength, syllables: 1, familiar: true, exempt}
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const characters = letters + (text.match(/\p{N}/gu)?.length ?? 0)
  if (letters === 0) return {text, letters, characters, syllables: 1, familiar: true, exempt}
  const isSpelledOut = letters > 1 && text === text.toUpperCase()
  return {
    text,
    letters,
    characters,
    syllables: isSpelledOut ? letters : Math.max(1, syllable(text)),
    familiar:
      !isSpelledOut && basesOf(text.toLowerCase().replace(/[’']s?$/, '')).some(base => known.has(base)),
    exempt,
  }
}

/**
 * A word and what it may be a regular form of: the list's own rule counts `walked` and `berries` as known.
 */
function basesOf(word: string): readonly string[] {
  const [, stem, ending] = /^(.{2,}?)(ies|ied|ier|iest|es|s|ed|d|ing|er|est|ly|n)$/.exec(word) ?? []
  if (stem === undefined || ending === undefined)
    return word.includes('-') ? [word, ...partsOf(word)] : [word]
  const doubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [word, stem, `${stem}e`, ...(ending.startsWith('i') ? [`${stem}y`] : []), ...doubled]
}

/** A compound is known where all its parts are. */
function partsOf(word: string): readonly string[] {
  const parts = word.split('-')
  const last = parts.at(-1)
  return last !== undefined && parts.every(part => known.has(part)) ? [last] : []
}
