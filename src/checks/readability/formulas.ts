import {automatedReadability} from 'automated-readability'
import {colemanLiau} from 'coleman-liau'
import {daleChallFormula, daleChallGradeLevel} from 'dale-chall-formula'
import {fleschKincaid} from 'flesch-kincaid'
import {gunningFog} from 'gunning-fog'
import {smogFormula} from 'smog-formula'
import type {MeasuredWord} from './words.ts'

/** What formulas count of a text. */
export interface Counts {
  readonly sentence: number
  readonly word: number
  readonly letter: number
  readonly character: number
  readonly syllable: number
  readonly polysillabicWord: number
  /** Those of them that are no names. */
  readonly complexPolysillabicWord: number
  readonly difficultWord: number
}

/** What one formula says. */
export interface FormulaGrade {
  /** Name of the formula: `Flesch-Kincaid`. */
  readonly name: string
  /** US school grade, to one decimal. */
  readonly grade: number
}

const formulas: readonly {readonly name: string; readonly grade: (counts: Counts) => number}[] = [
  {name: 'Flesch–Kincaid', grade: counts => fleschKincaid({...counts})},
  {name: 'SMOG', grade: smogFormula},
  {name: 'Gunning fog', grade: gunningFog},
  {name: 'Dale–Chall', grade: counts => daleChallGrade(daleChallFormula(counts))},
  {name: 'Coleman–Liau', grade: colemanLiau},
  {name: 'ARI', grade: counts => automatedReadability({...counts})},
]

/** The formula gives a band of grades; its middle stands for it, and the lowest year of the open one. */
function daleChallGrade(score: number): number {
  const [lowest, highest] = daleChallGradeLevel(score)
  return Number.isFinite(highest) ? (lowest === 0 ? highest : (lowest + highest) / 2) : lowest
}

export function countsOf(sentences: readonly (readonly MeasuredWord[])[]): Counts {
  const words = sentences.flat()
  const sum = (value: (word: MeasuredWord) => number): number =>
    words.reduce((total, word) => total + value(word), 0)
  const many = words.filter(({syllables}) => syllables >= 3)
  return {
    sentence: sentences.length,
    word: words.length,
    letter: sum(({letters}) => letters),
    character: sum(({characters}) => characters),
    syllable: sum(({syllables}) => syllables),
    polysillabicWord: many.length,
    complexPolysillabicWord: many.filter(({text}) => !/^\p{Lu}\p{Ll}/u.test(text)).length,
    difficultWord: words.filter(({familiar}) => !familiar).length,
  }
}

/** What every formula says; empty for a text without words. */
export function gradesOf(counts: Counts): readonly FormulaGrade[] {
  if (counts.word === 0) return []
  return formulas.map(({name, grade}) => ({name, grade: rounded(Math.max(0, grade(counts)))}))
}

/** The median: formulas differ by several grades, and none is right alone. 0 where there are none. */
export function medianOf(grades: readonly FormulaGrade[]): number {
  const sorted = grades.map(({grade}) => grade).sort((left, right) => left - right)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? 0
  return Number.isInteger(middle) ? rounded(((sorted[middle - 1] ?? 0) + upper) / 2) : upper
}

function rounded(grade: number): number {
  return Math.round(grade * 10) / 10
}
