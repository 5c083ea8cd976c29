import {anyOf, directiveFinder} from '../language/index.ts'
import type {DirectiveDefinition} from './directives/definition.ts'
import {type FindLeaves, leafFinder} from './leaf-in-line.ts'

/** Finds directives where none can work: in code, raw HTML, comments, titles and plain texts. */
export interface HiddenConditions {
  /** Index of a condition (`:only{`, `:::clinician`) in a text; -1 where there is none. */
  condition(text: string): number
  /** Index of any registered directive with `[` or `{` in a text that takes none; -1 where there is none. */
  directive(text: string): number
  /** Leaf directives inside a line. */
  readonly leaves: FindLeaves
  /** Names of the directives that take conditions. */
  readonly names: readonly string[]
}

export function hiddenConditions(directives: ReadonlyMap<string, DirectiveDefinition>): HiddenConditions {
  const directive = directiveFinder(directives.keys())
  const names = [...directives.values()]
    .filter(({conditions, wordings}) => conditions !== undefined || wordings === true)
    .map(({name}) => name)
  const conditional = anyOf(names)
  const condition = new RegExp(
    `(?<![\\\\:]):(?:${conditional})[[{]|(?:^|<!--)[\\t ]*:{3,}[\\t ]*(?:${conditional})(?![\\w-])`,
    'm',
  )

  return {
    condition: text => text.search(condition),
    directive,
    leaves: leafFinder(
      [...directives.values()].filter(({kinds}) => kinds.includes('leaf')).map(({name}) => name),
    ),
    names,
  }
}
