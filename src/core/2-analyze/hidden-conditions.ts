import {anyOf, directiveFinder, foldLookAlikes} from '../language/index.ts'
import type {DirectiveDefinition} from './directives/definition.ts'
import {type FindLeaves, leafFinder} from './leaf-in-line.ts'

/** Finds directives where none can work: in code, raw HTML, comments, titles and plain texts. */
export interface HiddenConditions {
  /** Index of a condition (`:only{`, `:::clinician`) in a text; -1 where there is none. */
  condition(text: string): number
  /**
   * Whether a text holds a condition with a slip in it: a letter of another case, a sign too many, lost
   * brackets.
   */
  nearlyCondition(text: string): boolean
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
  const nearly = new RegExp(
    [
      `(?<!\\\\):[^\\p{L}\\p{N}\\s]{0,2}(?:${conditional})[^\\p{L}\\p{N}\\s[{]{0,2}[[{]`,
      `:{3,}[^\\p{L}\\p{N}\\n]{0,3}(?:${conditional})`,
      `\\{[^{}\\n]*(?<![\\p{L}\\p{N}_-])(?:for|not|${conditional})=["'“]`,
    ].join('|'),
    'mu',
  )

  return {
    nearlyCondition: text => nearly.test(foldLookAlikes(text).text),
    condition: text => text.search(condition),
    directive,
    leaves: leafFinder(
      [...directives.values()].filter(({kinds}) => kinds.includes('leaf')).map(({name}) => name),
    ),
    names,
  }
}
