import type {CalloutKind} from './nodes.ts'

/** What readers see of an audience. */
export interface AudienceWords {
  readonly label: string
  readonly description?: string
  readonly disclaimer?: string
}

/** Every word that Parlance itself puts into an output, in one language. */
export interface Labels {
  readonly references: string
  readonly glossary: string
  readonly footnotes: string
  readonly contents: string
  readonly callouts: Readonly<Record<CalloutKind, string>>
  readonly safety: string
  /** Name of a citation link for a screen reader: `reference {number}`. */
  readonly referenceNumber: string
  /** `{number}` of the reference and `{call}`, counting its citations from 1. */
  readonly backToCitation: string
  readonly backToText: string
  /** Where a note is called from several places: `{number}` of the note and `{call}`. */
  readonly backToTextAgain: string
  readonly footnoteNumber: string
  readonly question: string
  readonly questionHelp: string
  /** Says that an answer is not a proof of profession. */
  readonly questionNote: string
  readonly currentAnswer: string
  readonly rememberAnswer: string
  /** Said when the wording changed in place: `{answer}` is the reader's. */
  readonly answerChanged: string
  readonly allArticles: string
  readonly search: string
  readonly searchHelp: string
  /** How many pages a search found: `{number}`. */
  readonly searchFound: string
  readonly searchNone: string
  readonly searchFailed: string
  readonly notFound: string
  readonly notFoundHelp: string
  readonly unavailable: string
  readonly unavailableHelp: string
  readonly lastUpdated: string
  readonly editorialPolicy: string
  readonly reviewStatus: string
  readonly reviewSteps: Readonly<Record<'submitted' | 'under-review' | 'approved', string>>
  readonly reviewedBy: string
  readonly currentStep: string
  /** Said of a step that is still to come. */
  readonly pendingStep: string
  readonly notApproved: string
  readonly draft: string
  readonly disclaimer: string
  readonly followUp: string
  readonly articles: string
  readonly skipToContent: string
  readonly image: string
  readonly referenceGroups: Readonly<Record<string, string>>
}

/** Put numbers into a label, in place of `{number}` and `{call}`. */
export function fill(label: string, numbers: {readonly number: number; readonly call?: number}): string {
  return label.replaceAll('{number}', String(numbers.number)).replaceAll('{call}', String(numbers.call ?? 1))
}
