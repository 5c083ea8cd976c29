import {type DirectiveDescription, describeDirective} from '../../core/2-analyze/directives/describe.ts'
import {directivesFor} from '../../core/2-analyze/directives/index.ts'
import type {ResolvedConfig} from '../../core/config/resolve-config.ts'

/** Every directive that sources of a project may use, for docs and editors. */
export function describeDirectives({settings}: ResolvedConfig): readonly DirectiveDescription[] {
  const {audiences, dimensions} = settings
  return [...directivesFor(audiences).values()].map(definition =>
    describeDirective(definition, audiences, dimensions),
  )
}
