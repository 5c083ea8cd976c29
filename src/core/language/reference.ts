/**
 * A cited work as CSL-JSON has it.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export interface Reference {
  readonly id: string
  /** CSL item type: `article-journal`, `book`, `webpage` … */
  readonly type: string
  /**
   * Heading that the reference is listed under, before its type is asked: `guideline`, `drug-label`,
   * `research` …
   */
  readonly kind?: string
  /** Retraction, concern or erratum that the author has seen and accepts. */
  readonly acknowledged?: boolean
  /** What became of the work since: its publisher retracted it, voiced concern or corrected it. */
  readonly notice?: 'retracted' | 'expression of concern' | 'erratum'
  readonly title?: string
  readonly author?: readonly Name[]
  readonly editor?: readonly Name[]
  readonly translator?: readonly Name[]
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly 'container-title'?: string
  readonly 'container-title-short'?: string
  readonly 'collection-title'?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly authority?: string
  readonly edition?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly number?: string
  readonly version?: string
  readonly genre?: string
  readonly medium?: string
  readonly status?: string
  readonly note?: string
  readonly language?: string
  readonly DOI?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly ISBN?: string
  readonly ISSN?: string
  readonly URL?: string
  /** Variables that no built-in style prints, kept for adapters and JSON output. */
  readonly [variable: string]: unknown
}

export interface Name {
  readonly family?: string
  readonly given?: string
  readonly suffix?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
  /** A corporate author, printed as it stands. */
  readonly literal?: string
}

/** `[[year, month?, day?], [end…]?]`, or a date that is only text. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  readonly season?: string
  readonly circa?: boolean
  readonly literal?: string
}
