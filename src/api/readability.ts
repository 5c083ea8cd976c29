import {type MeasuredSentence, measure, type ReadabilityReport} from '../checks/readability/measure.ts'
import {proseOf} from '../checks/readability/prose.ts'
import {readersOf} from '../core/3-select/reader.ts'
import {type Document, deepFreeze, type Message, type Reader} from '../core/language/index.ts'
import {mergeMessages} from '../core/messages/merge.ts'
import {Reporter} from '../core/messages/reporter.ts'
import {findStyle, type RenderOptions, readOptions} from './render/render-options.ts'
import {variantOf} from './variant.ts'

export type {FormulaGrade} from '../checks/readability/formulas.ts'
export type {MeasuredSentence, ReadabilityReport} from '../checks/readability/measure.ts'
export type {PlainerWords} from '../checks/readability/plainer.ts'

/** Sentences in a report. */
const maxSentences = 5

/** Sentences of a page that messages stand at. */
const maxMessages = 3

/** Formulas say little of fewer words. */
const minWords = 30

/**
 * How hard the prose of one variant is to read, as its reader gets it. Words of glossary terms and names of
 * drugs and products count as easy ones: nothing plainer could be written for them.
 *
 * @param document A compiled document in English.
 * @param options Audience and further dimensions.
 * @returns US school grades, and the hardest sentences; frozen.
 * @throws {RangeError} For a reader that the document does not serve, and for a document in another language.
 * @example
 * import {compile} from 'parlance-md'
 * import {readability} from 'parlance-md/readability'
 *
 * readability(compile('Take one tablet a day.'), {audience: 'patient'}).grade
 */
export function readability(document: Document, options: RenderOptions): ReadabilityReport {
  if (!isEnglish(document))
    throw new RangeError(`Readability is known of English only, and this page is in \`${document.locale}\``)
  return deepFreeze(reportFor(document, readOptions(document, options).reader))
}

/**
 * Messages (`readability`) on a document whose text is harder than its readers should need, one at each of
 * its hardest sentences: warnings above `readingGrade` of the audience, errors from `readability.tolerance`
 * grades above it on. Empty for documents in other languages than English.
 *
 * @param document A compiled document.
 */
export function checkReadability(document: Document): readonly Message[] {
  if (!isEnglish(document)) return []
  const {audiences} = document.settings
  const found = document.audiences.flatMap(audience => {
    const target = audiences.get(audience)?.readingGrade
    return target === undefined ? [] : messagesFor(document, audience, target)
  })
  return mergeMessages(found)
}

function isEnglish({locale}: Document): boolean {
  return new Intl.Locale(locale).language === 'en'
}

function reportFor(document: Document, reader: Reader): ReadabilityReport {
  const {settings} = document
  const {selection, numbering} = variantOf(document, reader, findStyle(settings, settings.citationStyle))
  return measure(proseOf(selection, numbering), settings.readability.names, maxSentences)
}

/** Of readers who differ in further dimensions only, those with the hardest text stand for all. */
function messagesFor(document: Document, audience: string, target: number): readonly Message[] {
  const {settings, path} = document
  const hardest = readersOf(document)
    .filter(reader => reader.audience === audience)
    .map(reader => reportFor(document, reader))
    .filter(({words, grade}) => words >= minWords && grade > target)
    .sort((left, right) => right.grade - left.grade)[0]
  if (hardest === undefined) return []
  const {report, messages} = new Reporter(settings, path)
  const formulas = hardest.formulas.map(({name, grade}) => `${name} ${grade}`).join(', ')
  const whole = `The text for \`${audience}\` needs grade ${hardest.grade}, at most ${target} is wanted (${formulas})`
  for (const sentence of hardest.sentences.filter(({grade}) => grade > target).slice(0, maxMessages))
    report('readability', {
      place: sentence.place,
      file: sentence.file,
      raised: hardest.grade > target + settings.readability.tolerance,
      detail: `${reasonsOf(sentence)}. ${whole}`,
      audiences: [audience],
    })
  return messages
}

function reasonsOf({grade, words, hardWords, plainer}: MeasuredSentence): string {
  const list = (all: readonly string[]): string => all.map(word => `“${word}”`).join(', ')
  const simpler = plainer
    .slice(0, 3)
    .map(({actual, expected}) =>
      expected.length === 0 ? `leave out “${actual}”` : `${list(expected.slice(0, 2))} for “${actual}”`,
    )
  return [
    `This sentence of ${words} ${words === 1 ? 'word' : 'words'} needs grade ${grade}`,
    ...(hardWords.length === 0 ? [] : [`hard words: ${list(hardWords.slice(0, 5))}`]),
    ...(simpler.length === 0 ? [] : [`plainer: ${simpler.join('; ')}`]),
  ].join('; ')
}
