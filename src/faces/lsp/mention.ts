import type {Position} from 'vscode-languageserver/node'
import {findMentions, type Mention} from '../../internal.ts'
import {contains, rangeOf} from './places.ts'
import type {NamedPlace} from './workspace.ts'

/** What a document names at a position. */
export function mentionAt(position: Position, {text, path, project}: NamedPlace): Mention | undefined {
  return findMentions(text, project.optionsFor(path)).find(({place}) => contains(rangeOf(place), position))
}
