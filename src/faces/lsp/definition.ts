import type {Location, Position} from 'vscode-languageserver/node'
import {findDefinition, type Mention, outlineOf} from '../../internal.ts'
import {firstLineOf, rangeOf} from './places.ts'
import {fileOf, mentionAt, type NamedPlace, type Workspace} from './workspace.ts'

/**
 * Where what stands at a position is defined: a line of a bibliography or a glossary, a place on a page, a
 * file.
 */
export function definitionAt(position: Position, place: NamedPlace, workspace: Workspace): Location | null {
  const mention = mentionAt(position, place)
  return mention === undefined ? null : locate(mention, place, workspace)
}

function locate(mention: Mention, place: NamedPlace, workspace: Workspace): Location | null {
  const {project, root, path} = place
  const {kind, name} = mention
  if (kind === 'reference' || kind === 'term' || kind === 'variable') {
    const found = findDefinition(place.text, project.optionsFor(path), kind, name)
    return found === undefined
      ? null
      : {uri: workspace.uriOf(root, found.file ?? path), range: rangeOf(found.place)}
  }
  const file = mention.paths === undefined ? path : fileOf(mention, project)
  if (file === undefined) return null
  return kind === 'anchor' ? anchorIn(name, file, place, workspace) : topOf(file, place, workspace)
}

function topOf(file: string, {root}: NamedPlace, workspace: Workspace): Location {
  return {uri: workspace.uriOf(root, file), range: firstLineOf({line: 1, column: 1})}
}

function anchorIn(id: string, file: string, place: NamedPlace, workspace: Workspace): Location | null {
  const {project, root, path} = place
  const document =
    file === path ? workspace.compile(place) : project.compileText(project.text(file) ?? '', file)
  const anchor = outlineOf(document).anchors.find(candidate => candidate.id === id)
  if (anchor === undefined) return null
  return {uri: workspace.uriOf(root, anchor.file ?? file), range: firstLineOf(anchor.place)}
}
