import {type Connection, MarkupKind, type TextDocuments} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {codeActionsIn} from './code-actions.ts'
import {complete, type ItemData} from './completion.ts'
import {definitionAt} from './definition.ts'
import {describeCitation, hoverAt} from './hover.ts'
import type {Published} from './published.ts'
import {assertRenamable, placesOf, renameTo, subjectAt} from './rename.ts'
import {symbolsOf} from './symbols.ts'
import type {NamedPlace, Workspace} from './workspace.ts'

/** What requests are answered from. */
export interface Serving {
  readonly documents: TextDocuments<TextDocument>
  readonly workspace: Workspace
  readonly published: Published
  /** Whether the editor can fill in templates; known once it has introduced itself. */
  readonly hasSnippets: () => boolean
}

type PlaceAt = (uri: string) => Promise<NamedPlace | undefined>

/** Answer what an editor asks about a document that it has open; `null` about any other. */
export function answerRequests(connection: Connection, serving: Serving): void {
  const {documents, workspace, published, hasSnippets} = serving
  const placeAt: PlaceAt = async uri => {
    const document = documents.get(uri)
    return document && workspace.placeOf(document)
  }
  connection.onCompletion(async ({textDocument, position}) => {
    const document = documents.get(textDocument.uri)
    const place = document && (await workspace.placeOf(document))
    if (document === undefined || place === undefined) return null
    return complete(position, {document, place, workspace: workspace, snippets: hasSnippets()})
  })
  connection.onCompletionResolve(async item => {
    const data = item.data as ItemData | undefined // what `complete` gave
    const place = data && (await placeAt(data.uri))
    if (data === undefined || place === undefined) return item
    const value = describeCitation(workspace.recent(place), data.key)
    return value === undefined ? item : {...item, documentation: {kind: MarkupKind.Markdown, value}}
  })
  connection.onHover(async ({textDocument: {uri}, position}) => {
    const place = await placeAt(uri)
    return place === undefined ? null : hoverAt(position, place, workspace)
  })
  connection.onDefinition(async ({textDocument: {uri}, position}) => {
    const place = await placeAt(uri)
    return place === undefined ? null : definitionAt(position, place, workspace)
  })
  connection.onDocumentSymbol(async ({textDocument: {uri}}) => {
    const place = await placeAt(uri)
    return place === undefined ? null : symbolsOf(workspace.compile(place))
  })
  connection.onCodeAction(({textDocument: {uri}, range}) => {
    const document = documents.get(uri)
    if (document === undefined || published.versionOf(uri) !== document.version) return []
    return codeActionsIn(range, published.of(uri), uri, document.version)
  })
  answerRenames(connection, serving, placeAt)
}

function answerRenames(connection: Connection, {documents, workspace}: Serving, placeAt: PlaceAt): void {
  connection.onPrepareRename(async ({textDocument: {uri}, position}) => {
    const place = await placeAt(uri)
    const subject = place && subjectAt(position, place, workspace)
    if (subject === undefined) return null
    assertRenamable(subject)
    return {range: subject.range, placeholder: subject.name}
  })
  connection.onRenameRequest(async ({textDocument: {uri}, position, newName}) => {
    const place = await placeAt(uri)
    const subject = place && subjectAt(position, place, workspace)
    if (place === undefined || subject === undefined) return null
    return renameTo(newName, subject, place, workspace, documents.all())
  })
  connection.onReferences(async ({textDocument: {uri}, position}) => {
    const place = await placeAt(uri)
    const subject = place && subjectAt(position, place, workspace)
    if (place === undefined || subject === undefined) return null
    return [...(await placesOf(subject, place, workspace))]
  })
}
