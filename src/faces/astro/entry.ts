import type {TocEntry} from '../../internal.ts'
import type {PageVariant, QuestionPage} from '../../project/index.ts'
import type {EntryData} from './entry-schema.ts'

/** A variant as Astro keeps it, without what Astro adds. */
export interface AstroEntry {
  /** `<audience>/<slug>`. */
  readonly id: string
  readonly data: EntryData
  readonly html: string
  readonly headings: {readonly depth: number; readonly slug: string; readonly text: string}[]
}

/** @param question The page of the variant that asks. */
export function entryOf(variant: PageVariant, question: QuestionPage): AstroEntry {
  const {outputs, chrome, ...about} = variant
  const {question: _, ...around} = chrome
  const {title, description} = question
  const {label, help, note, answers} = question.question
  const {html = '', ...others} = Object.fromEntries(outputs)
  const data = {
    ...about,
    ...around,
    question: {title, description, label, help, note, answers: answers.map(withHref)},
    outputs: others,
  }
  return {
    id: `${variant.audience}/${variant.slug}`,
    // Astro may not change what the project keeps; what readers are not given, such as an absent text, is no
    // key of it.
    data: JSON.parse(JSON.stringify(data)) as EntryData, // plain data, of the fields above
    html,
    headings: headingsOf(variant.toc),
  }
}

function withHref({audience, label, description, href = ''}: QuestionPage['question']['answers'][number]) {
  return {audience, label, description, href}
}

function headingsOf(toc: readonly TocEntry[]): AstroEntry['headings'] {
  return toc.flatMap(({id, text, depth, children}) => [{depth, slug: id, text}, ...headingsOf(children)])
}
