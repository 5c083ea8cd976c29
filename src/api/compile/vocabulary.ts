import {type ResidueFinders, residueFinders} from '../../checks/residue/find-in-tree.ts'
import type {FindResidue} from '../../checks/residue/find-residue.ts'
import {calloutKinds} from '../../core/2-analyze/directives/callout.ts'
import type {DirectiveDefinition} from '../../core/2-analyze/directives/definition.ts'
import {directivesFor} from '../../core/2-analyze/directives/index.ts'
import {type AudienceTable, directiveFinder, type FindMarkup, memoize} from '../../core/language/index.ts'

/** The directives that sources may use. */
export interface Vocabulary {
  readonly directives: ReadonlyMap<string, DirectiveDefinition>
  /** Names that begin a directive. */
  readonly names: ReadonlySet<string>
  /** Those of them that only a container can have. */
  readonly containers: ReadonlySet<string>
  /** Finds what plain texts may not hold. */
  readonly findMarkup: FindMarkup
  /** Finds markup of conditions that no phase consumed. */
  readonly residue: ResidueFinders
}

/** What audiences make of the built-in directives; sources of a project share one vocabulary. */
export const vocabularyOf: (audiences: AudienceTable) => Vocabulary = memoize(makeVocabulary)

function makeVocabulary(audiences: AudienceTable): Vocabulary {
  const directives = directivesFor(audiences)
  const names = new Set(directives.keys())
  const containers = new Set(
    [...directives.values()]
      .filter(({kinds}) => kinds.includes('container') && !kinds.includes('leaf'))
      .map(({name}) => name),
  )
  const findDirective = directiveFinder(names)
  const residue = residueFinders({
    audiences: audiences.ids,
    conditional: [...directives.values()]
      .filter(({name, conditions, wordings}) => !audiences.has(name) && (conditions ?? wordings))
      .map(({name}) => name),
    inline: [...directives.values()].filter(({kinds}) => kinds.includes('text')).map(({name}) => name),
    wordings: new Set([...directives.values()].filter(({wordings}) => wordings).map(({name}) => name)),
    callouts: new Set(calloutKinds),
    findDirective,
  })
  return {directives, names, containers, findMarkup: markupFinder(findDirective, residue.text), residue}
}

function markupFinder(findDirective: (text: string) => number, findResidue: FindResidue): FindMarkup {
  return text => {
    const index = findDirective(text)
    if (index < 0) return findResidue(text)
    const actual = /^:[\w-]+/.exec(text.slice(index))?.[0] ?? ''
    return {rule: 'directive-misplaced', actual, detail: `\`${actual}\` does not work in it`}
  }
}
