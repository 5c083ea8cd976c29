import {readability} from '../../api/readability.ts'
import {type Document, describeReference, type Fallback, render} from '../../internal.ts'

/** What an author wants to know of one variant. */
export interface VariantFacts {
  readonly audience: string
  /** The answer that its readers give. */
  readonly label: string
  readonly title: string | undefined
  readonly wordCount: number
  /** Figures beside the word count, each with its name: `Reading grade`, `7.2`. */
  readonly measures: readonly {readonly name: string; readonly value: string}[]
  /** In order of number. */
  readonly citations: readonly {readonly key: string; readonly number: number; readonly title: string}[]
  readonly fallbacks: readonly Fallback[]
}

/** Word count, citations and fallbacks of a variant. */
export function variantFactsOf(document: Document, audience: string): VariantFacts {
  const {citations, fallbacks, meta} = render(document, {audience, draft: true})
  return {
    audience,
    label: document.settings.audienceWords(audience, document.locale).label ?? audience,
    title: meta.title,
    wordCount: meta.wordCount,
    measures: measuresOf(document, audience),
    citations: citations.map(({key, number}) => ({
      key,
      number,
      title: describeReference(document, key)?.title ?? '',
    })),
    fallbacks,
  }
}

/**
 * What is measured of a variant besides its words: how hard it is to read, against what its audience may be
 * asked to read.
 */
function measuresOf(document: Document, audience: string): VariantFacts['measures'] {
  const {readingGrade} = document.settings.audiences.get(audience) ?? {}
  const isMeasured = new Intl.Locale(document.locale).language === 'en'
  return [
    ...(isMeasured ? [{name: 'Reading grade', value: String(readability(document, {audience}).grade)}] : []),
    ...(readingGrade === undefined ? [] : [{name: 'Reading grade allowed', value: `up to ${readingGrade}`}]),
  ]
}
