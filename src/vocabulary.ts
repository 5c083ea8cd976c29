import type {DirectiveDefinition} from './directives/definition.ts'
import {directivesFor} from './directives/index.ts'
import {type AudienceTable, directiveFinder} from './document/index.ts'

/** The directives that sources may use. */
export interface Vocabulary {
  readonly directives: ReadonlyMap<string, DirectiveDefinition>
  /** Names that begin a directive. */
  readonly names: ReadonlySet<string>
  /** Those of them that only a container can have. */
  readonly containers: ReadonlySet<string>
  readonly findDirective: (text: string) => number
}

const known = new WeakMap<AudienceTable, Vocabulary>()

/** What audiences make of the built-in directives: worked out once for all the sources of a project. */
export function vocabularyOf(audiences: AudienceTable): Vocabulary {
  const vocabulary = known.get(audiences) ?? makeVocabulary(audiences)
  known.set(audiences, vocabulary)
  return vocabulary
}

function makeVocabulary(audiences: AudienceTable): Vocabulary {
  const directives = directivesFor(audiences)
  const names = new Set(directives.keys())
  const containers = new Set(
    [...directives.values()]
      .filter(({kinds}) => kinds.includes('container') && !kinds.includes('leaf'))
      .map(({name}) => name),
  )
  return {directives, names, containers, findDirective: directiveFinder(names)}
}
