import * as z from 'zod/mini'
import {type DirectiveDefinition, defineDirective} from './definition.ts'

/** `::references`, `::glossary`, `::toc`: where the page puts what is derived. */
export const places: readonly DirectiveDefinition[] = (['references', 'glossary', 'toc'] as const).map(what =>
  defineDirective({
    name: what,
    kinds: ['leaf'],
    attributes: z.object({}),
    doc: `Puts the ${what === 'toc' ? 'contents list' : what} here.`,
    lower: use => [{type: 'place', what, position: use.node.position}],
  }),
)
