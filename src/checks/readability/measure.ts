import {toString as textOf} from 'nlcst-to-string'
import {ParseEnglish} from 'parse-english'
import type {Position} from 'unist'
import {isDrugName} from './drug-names.ts'
import {countsOf, type FormulaGrade, gradesOf, medianOf} from './formulas.ts'
import {type PlainerWords, plainerWords} from './plainer.ts'
import type {Prose, Stretch} from './prose.ts'
import {type MeasuredWord, measureWord} from './words.ts'

/** A sentence, and what makes it hard. */
export interface MeasuredSentence {
  /** The sentence as a reader gets it. */
  readonly text: string
  /** US school grade that it needs by itself, the median of the formulas. */
  readonly grade: number
  /** Number of words. */
  readonly words: number
  /** Words of three syllables or more that few know, longest first. */
  readonly hardWords: readonly string[]
  /** Words of it that have a plainer one. */
  readonly plainer: readonly PlainerWords[]
  /** Where it stands in the source, as far as that is known. */
  readonly place?: Position
  /** Included file that the place is about; absent: the page's own. */
  readonly file?: string
}

/** How hard the text of a variant is to read. */
export interface ReadabilityReport {
  /**
   * US school grade that the text needs: the median of the formulas, to one decimal; 0 where there is no
   * prose.
   */
  readonly grade: number
  /** What each formula says. */
  readonly formulas: readonly FormulaGrade[]
  /** Words of prose that were counted. */
  readonly words: number
  /** The hardest first. */
  readonly sentences: readonly MeasuredSentence[]
}

/** A sentence in its paragraph. */
interface Sentence extends Stretch {
  readonly prose: Prose
  readonly words: readonly MeasuredWord[]
}

/**
 * Measure prose.
 *
 * @param names Names that do not count, in lower case.
 * @param most How many sentences to list.
 */
export function measure(all: readonly Prose[], names: ReadonlySet<string>, most: number): ReadabilityReport {
  const sentences = all.flatMap(prose => sentencesOf(prose, names))
  const formulas = gradesOf(countsOf(sentences.map(({words}) => words)))
  const graded = sentences.map(sentence => ({
    sentence,
    grade: medianOf(gradesOf(countsOf([sentence.words]))),
  }))
  graded.sort((left, right) => right.grade - left.grade) // stable: those that are alike stay in reading order
  return {
    grade: medianOf(formulas),
    formulas,
    words: sentences.reduce((sum, {words}) => sum + words.length, 0),
    sentences: graded.slice(0, most).map(({sentence, grade}) => describe(sentence, grade)),
  }
}

function describe({prose, words, ...part}: Sentence, grade: number): MeasuredSentence {
  const text = prose.text.slice(part.from, part.to)
  const hard = words.filter(({syllables, familiar}) => syllables >= 3 && !familiar)
  hard.sort((left, right) => right.syllables - left.syllables)
  return {
    text,
    grade,
    words: words.length,
    hardWords: [...new Set(hard.map(word => word.text.toLowerCase()))],
    plainer: plainerWords(text),
    ...prose.placeOf(part),
  }
}

function sentencesOf(prose: Prose, names: ReadonlySet<string>): readonly Sentence[] {
  const paragraphs = new ParseEnglish().parse(prose.text).children
  return paragraphs.flatMap(paragraph => {
    if (paragraph.type !== 'ParagraphNode') return []
    return paragraph.children.flatMap(sentence => {
      if (sentence.type !== 'SentenceNode') return []
      const words = sentence.children.flatMap(word => {
        const from = word.position?.start.offset
        if (word.type !== 'WordNode' || from === undefined) return []
        return [{from, text: textOf(word)}]
      })
      const first = words[0]
      const end = sentence.position?.end.offset
      if (first === undefined || end === undefined) return []
      const measured = words.map(({from, text}) =>
        measureWord(text, isExempt(text, from, from === first.from, prose, names)),
      )
      return [{prose, words: measured, from: sentence.position?.start.offset ?? first.from, to: end}]
    })
  })
}

/** A name has no plainer word, and a term is explained on the page. */
function isExempt(
  text: string,
  from: number,
  isFirst: boolean,
  {explained}: Prose,
  names: ReadonlySet<string>,
): boolean {
  if (explained.some(term => from >= term.from && from < term.to)) return true
  const word = text.toLowerCase().replace(/[’']s$/, '')
  return names.has(word) || isDrugName(word) || (!isFirst && /^\p{Lu}\p{Ll}/u.test(text))
}
