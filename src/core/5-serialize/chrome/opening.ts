import type {PhrasingContent, RootContent} from 'mdast'
import {type Labels, noticeOf, type Presentation, type Review, type Selection} from '../../language/index.ts'
import {linesOf, plain, textParagraph, title} from './plain.ts'

/** What stands above the body of a whole page: title, notices, audience, review and date. */
export function opening(selection: Selection, presentation: Presentation, labels: Labels): RootContent[] {
  const notice = noticeOf(selection.document)
  const facts = factsOf(selection, labels)
  return [
    ...(selection.title === undefined ? [] : [title(1, selection.title)]),
    ...draft(presentation, labels),
    ...(notice === undefined ? [] : [textParagraph(notice)]),
    ...(facts.length === 0 ? [] : [linesOf(facts)]),
  ]
}

function factsOf({document, reader}: Selection, labels: Labels): (readonly PhrasingContent[])[] {
  const {editorialPolicy} = document.settings.site
  const {label} = document.settings.audienceWords(reader.audience, document.locale)
  return [
    plain(`${labels.question} ${label}`),
    ...fact(labels.reviewStatus, document.review && labels.reviewSteps[document.review.status]),
    ...stepsOf(document.review, labels),
    ...fact(labels.reviewedBy, document.review?.reviewers.join(', ')),
    ...fact(labels.lastUpdated, document.updated),
    ...(editorialPolicy === undefined ? [] : [policyLink(labels.editorialPolicy, editorialPolicy)]),
  ]
}

function fact(name: string, value: string | undefined): (readonly PhrasingContent[])[] {
  return value ? [plain(`${name}: ${value}`)] : []
}

/** The steps of the review that have a date. */
function stepsOf(review: Review | undefined, labels: Labels): (readonly PhrasingContent[])[] {
  return [
    ...fact(labels.reviewSteps.submitted, review?.submitted),
    ...fact(labels.reviewSteps['under-review'], review?.reviewed),
    ...fact(labels.reviewSteps.approved, review?.approved),
  ]
}

function policyLink(name: string, url: string): readonly PhrasingContent[] {
  return [{type: 'link', url, children: plain(name)}]
}

/** The heading of a draft, so that it is not taken for a published text. */
export function draft(presentation: Presentation, labels: Labels): RootContent[] {
  return presentation.draft
    ? [{type: 'paragraph', children: [{type: 'strong', children: plain(labels.draft)}]}]
    : []
}
