import * as z from 'zod/mini'
import type {Branch} from '../../language/index.ts'
import {idAttribute, omit} from './attributes.ts'
import {contentOf, type DirectiveUse, defineDirective, type Lowering} from './definition.ts'

const attributes = z.object({...idAttribute, omit})

/** `:::when{for=…}`: a branch of `:::variants`; `omit` leaves its readers out on purpose. */
export const when = defineDirective({
  name: 'when',
  kinds: ['container'],
  label: true,
  attributes,
  conditions: 'required',
  doc: 'A branch of a group. With `omit="reason"` its readers get nothing, on the record.',
  lower: outsideGroup,
})

/** `:::otherwise`: the branch for readers that fit no other branch. */
export const otherwise = defineDirective({
  name: 'otherwise',
  kinds: ['container'],
  label: true,
  attributes,
  doc: 'The branch of a group for readers that fit no other branch.',
  lower: outsideGroup,
})

/** The branch that a directive inside `:::variants` stands for, still without its content. */
export function branchOf(use: DirectiveUse, lowering: Lowering): Branch {
  const {omit} = z.partial(attributes).parse(use.attributes)
  const match = use.match ?? {audiences: undefined, dimensions: new Map(), otherwise: true}
  if (omit !== undefined && contentOf(use).length > 0) {
    lowering.report('directive-attribute-invalid', {
      place: use.node,
      actual: omit,
      detail: '`omit` says that these readers get nothing, but the branch holds text: remove one of them',
    })
  }
  return {type: 'branch', match, ...(omit !== undefined && {omit}), children: [], position: use.node.position}
}

function outsideGroup(use: DirectiveUse, lowering: Lowering): [] {
  lowering.report('directive-misplaced', {
    place: use.node,
    detail: `\`:::${use.name}\` is a branch and stands directly inside \`::::variants\``,
  })
  return []
}
