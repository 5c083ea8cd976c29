import type {FootnoteDefinition, FootnoteReference, PhrasingContent, Root, RootContent} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {
  AudienceTable,
  Cache,
  type Citation,
  type Document,
  type Labels,
  type Numbering,
  type Presentation,
  type ReferenceSection,
  type Selection,
  type Site,
  walk,
} from '../../../src/core/language/index.ts'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()

/** GFM as mdast. */
export const parse = (source: string): Root => processor.parse(source)

export const labels: Labels = {
  references: 'References',
  glossary: 'Glossary',
  footnotes: 'Notes',
  contents: 'Contents',
  callouts: {note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution'},
  safety: 'Safety information',
  referenceNumber: 'reference {number}',
  backToCitation: 'back to citation {number}.{call}',
  backToText: 'back to text {number}',
  backToTextAgain: 'back to text {number}.{call}',
  footnoteNumber: 'note {number}',
  question: 'Which best describes you?',
  questionHelp: 'Your answer chooses the words.',
  questionNote: 'Nobody checks the answer.',
  rememberAnswer: 'remember',
  answerChanged: 'for {answer}',
  allArticles: 'all',
  search: 'search',
  searchHelp: 'search help',
  searchFound: '{number} found',
  searchNone: 'none found',
  searchFailed: 'failed',
  notFound: 'not found',
  notFoundHelp: 'not here',
  unavailable: 'not now',
  unavailableHelp: 'come back later',
  currentAnswer: 'your answer',
  lastUpdated: 'Last updated',
  editorialPolicy: 'Editorial policy',
  reviewStatus: 'Review status',
  reviewSteps: {submitted: 'Submitted', 'under-review': 'Under review', approved: 'Approved'},
  reviewedBy: 'Reviewed by',
  pendingStep: 'pending',
  currentStep: 'current step',
  notApproved: 'This page has not been approved yet.',
  draft: 'DRAFT: this page has errors.',
  disclaimer: 'Disclaimer',
  followUp: 'What to do next',
  articles: 'Articles',
  skipToContent: 'Skip to content',
  image: 'Image',
  referenceGroups: {},
}

/** What a test says of a variant; the rest is empty. */
export interface Given {
  readonly body?: string | readonly RootContent[]
  readonly citations?: ReadonlyMap<Citation, readonly {key: string; number: number}[]>
  readonly references?: readonly ReferenceSection[]
  readonly glossary?: Numbering['glossary']
  readonly toc?: Numbering['toc']
  readonly site?: Site
  readonly document?: Partial<Document>
  readonly selection?: Partial<Selection>
}

/** A selection and its numbering for a body; footnotes are numbered in the order of their definitions. */
export function variant(given: Given): {selection: Selection; numbering: Numbering} {
  const children = typeof given.body === 'string' ? parse(given.body).children : [...(given.body ?? [])]
  const root: Root = {type: 'root', children: children.filter(node => node.type !== 'footnoteDefinition')}
  const definitions = children.filter(
    (node): node is FootnoteDefinition => node.type === 'footnoteDefinition',
  )
  const numbers = new Map(definitions.map(({identifier}, index) => [identifier, index + 1]))
  const footnoteReferences = new Map<FootnoteReference, {number: number; call: number}>()
  for (const tree of [root, ...definitions]) {
    walk(tree, node => {
      if (node.type === 'footnoteReference')
        footnoteReferences.set(node, {number: numbers.get(node.identifier) ?? 0, call: 1})
    })
  }
  // Only what a serializer reads: the rest of a document has its own tests.
  const document = {
    locale: 'en',
    cache: new Cache(0),
    review: undefined,
    updated: undefined,
    settings: {
      audiences: new AudienceTable([{id: 'patient', label: 'I am a patient', fallback: []}]),
      labels: () => labels,
      audienceWords: () => ({label: 'I am a patient'}),
      site: given.site ?? {},
    },
    ...given.document,
  } as unknown as Document
  const selection: Selection = {
    document,
    reader: {audience: 'patient', dimensions: new Map()},
    root,
    footnotes: new Map(definitions.map(node => [node.identifier, node])),
    terms: new Map(),
    title: undefined,
    description: undefined,
    followUp: undefined,
    disclaimer: undefined,
    fallbacks: [],
    messages: [],
    ...given.selection,
  }
  const numbering: Numbering = {
    style: 'numeric',
    citations: new Map(
      [...(given.citations ?? [])].map(([node, items]) => [
        node,
        {
          parts: [
            {type: 'text', value: '['},
            ...items.flatMap(({key, number}, index) => [
              ...(index > 0 ? [{type: 'text' as const, value: ', '}] : []),
              {type: 'link' as const, key, number, value: String(number)},
            ]),
            {type: 'text', value: ']'},
          ],
          calls: new Map(items.map(({key}) => [key, 1])),
          print: items.map(({key, number}) => `${key} ${number}`).join(),
        },
      ]),
    ),
    order: (given.references ?? []).flatMap(({entries}) => entries.map(({key, number}) => ({key, number}))),
    references: given.references ?? [],
    numbered: true,
    footnotes: definitions.map((definition, index) => ({
      number: index + 1,
      identifier: definition.identifier,
      definition,
      calls: 1,
    })),
    footnoteReferences,
    toc: given.toc ?? [],
    expandedTerms: new Map(),
    firstTerms: new Set(),
    glossary: given.glossary ?? [],
    wordCount: 0,
    messages: [],
  }
  return {selection, numbering}
}

export const presentation = (wished: Partial<Presentation> = {}): Presentation => ({
  page: false,
  width: 80,
  draft: false,
  ...wished,
})

export const words = (value: string): PhrasingContent => ({type: 'text', value})

export const paragraph = (...children: (string | PhrasingContent)[]): RootContent => ({
  type: 'paragraph',
  children: children.map(child => (typeof child === 'string' ? words(child) : child)),
})

export const cite = (...keys: string[]): Citation => ({type: 'citation', items: keys.map(key => ({key}))})

/** A group of references with one-line entries. */
export const section = (
  label: string,
  ...entries: readonly (readonly [number: number, key: string, text: string])[]
): ReferenceSection => ({
  label,
  entries: entries.map(([number, key, text]) => ({
    key,
    number,
    reference: {id: key, type: 'book'},
    content: [words(text)],
    calls: 1,
  })),
})
