import type {RootContent} from 'mdast'
import * as z from 'zod/mini'
import {idAttribute, omit} from './attributes.ts'
import {
  contentOf,
  type DirectiveDefinition,
  type DirectiveUse,
  defineDirective,
  type Lowering,
} from './definition.ts'

/**
 * `:::only{for=…}` and `:only[…]{for=…}`. Without brackets it is a marker, which the block around it has
 * taken.
 */
export const only = defineDirective({
  name: 'only',
  kinds: ['container', 'text'],
  label: true,
  attributes: z.object(idAttribute),
  conditions: 'required',
  doc: 'Shows what it holds to some readers only.',
  lower: lowerOnly,
})

/** The short form by audience id: `:::clinician`, `:clinician[…]`. */
export function audienceDirective(id: string): DirectiveDefinition {
  return defineDirective({
    name: id,
    kinds: ['container', 'text'],
    label: true,
    attributes: z.object({...idAttribute, omit}),
    conditions: 'dimensions',
    doc: `Shows what it holds to \`${id}\` only.`,
    lower: lowerOnly,
  })
}

function lowerOnly(
  use: DirectiveUse<{id?: string | undefined; omit?: string | undefined}>,
  lowering: Lowering,
): RootContent[] {
  const {condition} = use
  if (condition === undefined) return []
  if (use.attributes.omit !== undefined) {
    const detail = `\`omit\` belongs to a branch of \`::::variants\`; \`${use.name}\` stands in none here`
    lowering.report('directive-attribute-invalid', {place: use.node, actual: 'omit', detail})
    return []
  }
  if (use.kind === 'text' && use.label === undefined) {
    lowering.report('marker-misplaced', {
      place: use.node,
      detail: `A bare \`:${use.name}\` cannot stand here: nothing begins at this place that it could mark`,
    })
    lowering.uncertain(use.node)
    return []
  }
  if (lowering.neverShown(condition, use.node)) return []
  const data = {condition, ...(use.attributes.id !== undefined && {id: use.attributes.id})}
  if (use.kind === 'text') {
    return [
      {
        type: 'span',
        data,
        children: lowering.phrasing(use.labelContent, condition),
        position: use.node.position,
      },
    ]
  }
  const children = lowering.flow(contentOf(use), condition)
  return [{type: 'fragment', data, children, position: use.node.position}]
}
