import type {RootContent} from 'mdast'
import * as z from 'zod/mini'
import {type Branch, type Condition, isComment} from '../../language/index.ts'
import {idAttribute} from './attributes.ts'
import {contentOf, type DirectiveUse, defineDirective, type Lowering} from './definition.ts'
import {branchOf} from './when.ts'

/** `::::variants`: the same thing said differently; exactly one branch is shown. */
export const variants = defineDirective({
  name: 'variants',
  kinds: ['container'],
  attributes: z.object(idAttribute),
  doc: 'A group: the same thing said differently, of which each reader gets exactly one branch.',
  lower(use, lowering) {
    const group = use.attributes.id ?? lowering.nameOf(use.node)
    const parts = lowering.parts(use.content).filter(part => isBranch(part, lowering))
    const uses = parts as readonly DirectiveUse[] // what `isBranch` lets through
    const branches = uses.map(part => branchOf(part, lowering))
    if (branches.length === 0) {
      lowering.report('directive-misplaced', {
        place: use.node,
        detail: '`:::variants` holds no branch: write `:::when{for=…}` inside it',
      })
      return []
    }
    const reaches = lowering.group({
      group,
      kind: 'variants',
      matches: branches.map(branch => branch.match),
      omitted: branches.map(branch => branch.omit),
      place: use.node.position,
      places: uses.map(part => part.node.position),
    })
    for (const [index, part] of uses.entries()) fill(branches[index], part, reaches[index], lowering)
    const data = use.attributes.id === undefined ? {} : {id: use.attributes.id}
    return [{type: 'variants', group, children: branches, data, position: use.node.position}]
  },
})

function isBranch(part: DirectiveUse | RootContent, lowering: Lowering): boolean {
  if ('match' in part && part.match !== undefined) return true
  if ('type' in part && part.type === 'html' && isComment(part.value)) {
    lowering.flow([part]) // it may hide a condition
    return false
  }
  const node = 'node' in part ? part.node : part
  lowering.report('directive-misplaced', {
    place: node,
    detail:
      'Only branches may stand directly inside `:::variants`: `:::when{for=…}`, an audience id, or `:::otherwise`',
  })
  return false
}

function fill(
  branch: Branch | undefined,
  use: DirectiveUse,
  visibility: Condition | undefined,
  lowering: Lowering,
): void {
  if (branch === undefined || visibility === undefined) return
  const children = lowering.flow(contentOf(use), visibility)
  const {id} = use.attributes as {id?: string} // every branch takes `idAttribute`
  const {position} = use.node
  branch.children = id === undefined ? children : [{type: 'fragment', data: {id}, children, position}]
}
