import type {ResolvedConfig} from './config/resolve-config.ts'
import {type DirectiveDescription, describeDirective} from './directives/describe.ts'
import {directivesFor} from './directives/index.ts'

/** Every directive that sources of a project may use, for docs and editors. */
export function describeDirectives({settings}: ResolvedConfig): readonly DirectiveDescription[] {
  const {audiences, dimensions} = settings
  return [...directivesFor(audiences).values()].map(definition =>
    describeDirective(definition, audiences, dimensions),
  )
}
