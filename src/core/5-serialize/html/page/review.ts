import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Document, Labels, Review, ReviewStatus} from '../../../language/index.ts'

const steps: readonly {
  readonly status: ReviewStatus
  readonly date: 'submitted' | 'reviewed' | 'approved'
}[] = [
  {status: 'submitted', date: 'submitted'},
  {status: 'under-review', date: 'reviewed'},
  {status: 'approved', date: 'approved'},
]

/** Where the page stands in its review, who reviewed it, when it was last updated, and by which policy. */
export function reviewSection({review, updated, settings}: Document, labels: Labels): Element[] {
  const {editorialPolicy} = settings.site
  const facts = [
    ...(review === undefined || review.reviewers.length === 0
      ? []
      : [h('p', `${labels.reviewedBy}: ${review.reviewers.join(', ')}`)]),
    ...(updated === undefined
      ? []
      : [h('p', [`${labels.lastUpdated}: `, h('time', {dateTime: updated, dir: 'ltr'}, updated)])]),
    ...(editorialPolicy === undefined
      ? []
      : [h('p', h('a', {href: editorialPolicy}, labels.editorialPolicy))]),
  ]
  const status =
    review === undefined
      ? []
      : [
          h(
            'ol',
            {className: 'steps', ariaLabel: labels.reviewStatus},
            steps.map(step => stepItem(step, review, labels)),
          ),
        ]
  return [...status, ...(facts.length === 0 ? [] : [h('div', {className: 'facts'}, facts)])]
}

function stepItem({status, date}: (typeof steps)[number], review: Review, labels: Labels): Element {
  const place = steps.findIndex(step => step.status === status)
  const now = steps.findIndex(step => step.status === review.status)
  const isCurrent = place === now
  const mark = isCurrent ? labels.currentStep : place > now ? labels.pendingStep : undefined
  const day = review[date]
  return h('li', isCurrent ? {ariaCurrent: 'step'} : {}, [
    labels.reviewSteps[status],
    ...(mark === undefined ? [] : [' ', h('span', {className: 'mark'}, `(${mark})`)]),
    ...(day === undefined ? [] : [' ', h('time', {dateTime: day, dir: 'ltr'}, day)]),
  ])
}
