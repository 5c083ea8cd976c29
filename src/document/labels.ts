import type {CalloutKind} from './nodes.ts'

/** Every word that Parlance itself puts into an output, in one language. */
export interface Labels {
  readonly references: string
  readonly glossary: string
  readonly footnotes: string
  readonly contents: string
  readonly callouts: Readonly<Record<CalloutKind, string>>
  readonly safety: string
  /** Name of a citation link for a screen reader: `reference 3`. */
  readonly referenceNumber: (number: number) => string
  readonly backToCitation: (number: number, call: number) => string
  readonly backToText: (number: number, call: number) => string
  readonly footnoteNumber: (number: number) => string
  readonly question: string
  readonly questionHelp: string
  /** Says that an answer is not a proof of profession. */
  readonly questionNote: string
  readonly currentAnswer: string
  readonly lastUpdated: string
  readonly editorialPolicy: string
  readonly reviewStatus: string
  readonly reviewSteps: Readonly<Record<'submitted' | 'under-review' | 'approved', string>>
  readonly reviewedBy: string
  readonly currentStep: string
  readonly notApproved: string
  readonly draft: string
  readonly disclaimer: string
  readonly followUp: string
  readonly articles: string
  readonly skipToContent: string
  readonly image: string
  readonly referenceGroups: Readonly<Record<string, string>>
}
