import {
  ErrorCodes,
  type Location,
  type Position,
  type Range,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {type DefinedKind, type Definition, findDefinition, findMentions} from '../../internal.ts'
import {contains, rangeOf} from './places.ts'
import {mentionAt, type NamedPlace, type Workspace} from './workspace.ts'

/** Something that is defined once and named in many places. */
export interface Subject {
  readonly kind: DefinedKind
  /** As its definition says it. */
  readonly name: string
  /** Of what stands at the position. */
  readonly range: Range
  readonly definition: Definition
  /** Path of the file that defines it. */
  readonly file: string
}

/** What can be renamed at a position: what is named there, or a reference that is defined there. */
export function subjectAt(position: Position, place: NamedPlace, workspace: Workspace): Subject | undefined {
  const {text, path, project} = place
  const options = project.optionsFor(path)
  const mention = mentionAt(position, place)
  if (mention !== undefined) {
    const {kind, name} = mention
    if (kind !== 'reference' && kind !== 'term' && kind !== 'variable') return undefined
    const definition = findDefinition(text, options, kind, name)
    return definition && subject(kind, name, rangeOf(mention.place), definition, place)
  }
  for (const {key, place: at} of workspace.compile(place).ownReferences) {
    if (at === undefined || !contains(rangeOf(at), position)) continue
    const definition = findDefinition(text, options, 'reference', key)
    const range = definition?.name && rangeOf(definition.name)
    if (definition !== undefined && range !== undefined && contains(range, position))
      return subject('reference', key, range, definition, place)
  }
  return undefined
}

function subject(
  kind: DefinedKind,
  written: string,
  range: Range,
  definition: Definition,
  {path, text, project}: NamedPlace,
): Subject {
  const file = definition.file ?? path
  const source = definition.file === undefined ? text : (project.text(file) ?? '')
  const {name: at} = definition
  const name = at === undefined ? written : source.slice(at.start.offset, at.end.offset)
  return {kind, name, range, definition, file}
}

/**
 * Every place of a project that names a subject, and the one that defines it. Other pages may mean something
 * else by the same name: only those count for which it is defined in the same place.
 */
export async function placesOf(
  subject: Subject,
  place: NamedPlace,
  workspace: Workspace,
): Promise<readonly Location[]> {
  const {project, root} = place
  const found = new Map<string, Location>()
  const add = (path: string, range: Range): void => {
    const location = {uri: workspace.uriOf(root, path), range}
    found.set(JSON.stringify(location), location)
  }
  if (subject.definition.name !== undefined) add(subject.file, rangeOf(subject.definition.name))
  for (const page of new Set([...(await workspace.pagesWith(place)), ...(await workspace.pages(place))])) {
    const sources = workspace.sourcesOf(page, place)
    const texts = sources.map(path => ({path, text: project.text(path) ?? ''}))
    if (!texts.some(({text}) => text.includes(subject.name)) && subject.kind === 'reference') continue
    const named = texts.flatMap(({path, text}) =>
      findMentions(text, project.optionsFor(path))
        .filter(({kind}) => kind === subject.kind)
        .map(mention => ({path, mention})),
    )
    const same = memoize((name: string) => isSame(name, page, subject, place))
    for (const {path, mention} of named) if (same(mention.name)) add(path, rangeOf(mention.place))
  }
  return [...found.values()]
}

function isSame(
  name: string,
  page: string,
  {kind, definition, file}: Subject,
  {project}: NamedPlace,
): boolean {
  const text = project.text(page)
  if (text === undefined) return false
  const other = findDefinition(text, project.optionsFor(page), kind, name)
  if (other === undefined || (other.file ?? page) !== file) return false
  return (
    other.place.start.line === definition.place.start.line &&
    other.place.start.column === definition.place.start.column
  )
}

function memoize(ask: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return name => {
    const answer = known.get(name) ?? ask(name)
    known.set(name, answer)
    return answer
  }
}

/** @throws {ResponseError} Where it cannot be renamed, or not to this. */
export async function renameTo(
  newName: string,
  subject: Subject,
  place: NamedPlace,
  workspace: Workspace,
  documents: readonly TextDocument[],
): Promise<WorkspaceEdit> {
  assertRenamable(subject)
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_.:/+-]*$/u.test(newName))
    refuse(`\`${newName}\` cannot be a name: letters, digits and \`_.:/+-\` are possible`)
  const {path, text, project} = place
  if (newName !== subject.name && findDefinition(text, project.optionsFor(path), subject.kind, newName))
    refuse(`There is a ${subject.kind} \`${newName}\` already`)
  const edits = new Map<string, Range[]>()
  for (const {uri, range} of await placesOf(subject, place, workspace))
    edits.set(uri, [...(edits.get(uri) ?? []), range])
  const documentChanges = [...edits].map(([uri, ranges]): TextDocumentEdit => {
    const version = documents.find(document => document.uri === uri)?.version ?? null
    return {textDocument: {uri, version}, edits: ranges.map(range => ({range, newText: newName}))}
  })
  return {documentChanges}
}

/** @throws {ResponseError} For a name that its file does not write as such. */
export function assertRenamable({kind, name, definition, file}: Subject): void {
  if (definition.name === undefined)
    refuse(`The ${kind} \`${name}\` cannot be renamed: \`${file}\` does not write that name as such`)
}

function refuse(message: string): never {
  throw new ResponseError(ErrorCodes.InvalidRequest, message)
}
