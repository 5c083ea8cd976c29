import type {AudienceTable} from '../../language/index.ts'
import {callouts} from './callout.ts'
import {cite} from './cite.ts'
import type {DirectiveDefinition} from './definition.ts'
import {include} from './include.ts'
import {audienceDirective, only} from './only.ts'
import {places} from './place.ts'
import {safety} from './safety.ts'
import {say} from './say.ts'
import {term} from './term.ts'
import {variable} from './var.ts'
import {variants} from './variants.ts'
import {otherwise, when} from './when.ts'
import {xref} from './xref.ts'

/** THE table of directives. */
const builtIn: readonly DirectiveDefinition[] = [
  only,
  variants,
  when,
  otherwise,
  say,
  cite,
  term,
  variable,
  xref,
  include,
  safety,
  ...callouts,
  ...places,
]

/** Names that no audience may have. */
export const builtInNames: readonly string[] = builtIn.map(({name}) => name)

/** All directives that a project's sources may use: the built-in ones and one for each declared audience. */
export function directivesFor(audiences: AudienceTable): ReadonlyMap<string, DirectiveDefinition> {
  const short = audiences.ids.map(audienceDirective)
  return new Map([...builtIn, ...short].map(definition => [definition.name, definition]))
}
