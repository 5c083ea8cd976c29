import type {PhrasingContent} from 'mdast'
import {type Branch, type TextGroup, textToPhrasing} from '../../language/index.ts'
import type {Directive, Lowering} from './definition.ts'

/**
 * A plain text that may differ between readers, as phrasing: a text, or a group with a branch for each
 * wording.
 */
export function textGroupToPhrasing(group: TextGroup, use: Directive, lowering: Lowering): PhrasingContent[] {
  if (group.withheld) return []
  const longest = group.branches.reduce((most, {text}) => Math.max(most, text.length), 0)
  if (!lowering.bring(longest, use)) return []
  const position = use.position
  const [first, ...more] = group.branches
  if (first?.match.otherwise && more.length === 0) return textToPhrasing(first.text, position)
  lowering.textGroup(group, position)
  const children = group.branches.map(
    ({match, text}): Branch => ({
      type: 'branch',
      match,
      children: textToPhrasing(text, position),
    }),
  )
  return [{type: 'say', group: group.group, children, position}]
}
