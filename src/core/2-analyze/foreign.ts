import type {PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import {type ForeignParent, holdsPhrasing, isMdx} from '../language/index.ts'
import type {LoweringContext} from './lowering-context.ts'

/** Fields that nodes of other syntaxes may have. */
interface ForeignNode {
  readonly type: string
  readonly children?: ForeignParent['children']
  readonly value?: unknown
  readonly attributes?: readonly {readonly value?: unknown}[]
  readonly position?: Position | undefined
}

/**
 * Lower a node of another syntax: it stays, and its children are lowered as usual. Selection cannot remove a
 * condition in its code or its attributes, so every reader would see the text: such a node is shown to no
 * reader.
 */
export function lowerForeign<Node extends RootContent | PhrasingContent>(
  node: Node,
  lowerer: LoweringContext,
): Node[] {
  const foreign = node as ForeignNode
  const {type, children, position} = foreign
  if (isMdx({type}) && codeOf(foreign).some(code => lowerer.scope.hidden.condition(code) >= 0)) {
    const detail = 'A condition does not work inside the code of MDX'
    lowerer.report('directive-misplaced', {...(position && {place: position}), detail})
    return []
  }
  if (children === undefined) return [node]
  const content = children as RootContent[] // what may stand in a node that is not known is not known either
  const lowered = holdsPhrasing({type, children})
    ? lowerer.block(inner => inner.phrasing(content as PhrasingContent[]))
    : lowerer.flow(content)
  return lowered === undefined ? [] : [{...node, children: lowered} as Node]
}

function codeOf(node: ForeignNode): readonly string[] {
  const attributes = (node.attributes ?? []).map(({value}) =>
    typeof value === 'object' && value !== null && 'value' in value ? value.value : value,
  )
  return [node.value, ...attributes].filter(value => typeof value === 'string')
}
