import {existsSync} from 'node:fs'
import {join, relative, resolve} from 'node:path'
import type {Diagnostic} from 'vscode-languageserver/node'
import {type ConfigError, check} from '../../internal.ts'
import {configNames, type OpenProject, staleGroupsNow} from '../../project/index.ts'
import {configDiagnostic, diagnosticOf} from './diagnostic.ts'
import type {ByDocument} from './published.ts'
import type {NamedPlace, Workspace} from './workspace.ts'

/** A page as it was checked. */
export interface CheckedDocument {
  /** What was found, by the document that it is about. */
  readonly messages: ByDocument
  /** Absolute paths of the files that it is made of. */
  readonly files: readonly string[]
}

/** Check a page of a project, the one that is open at a place or one that this is a part of. */
export function checkPage(path: string, place: NamedPlace, workspace: Workspace): CheckedDocument {
  const {root, project} = place
  const isOwn = path === place.path
  const text = isOwn ? place.text : project.text(path)
  if (text === undefined) return {messages: new Map(), files: []}
  const document = isOwn ? workspace.compile(place) : project.compileText(text, path)
  const messages = [...check(document).messages, ...staleGroupsNow(document, path, root)]
  const byDocument = new Map<string, Diagnostic[]>()
  const texts = new Map<string, string | undefined>([[path, text]])
  for (const message of messages) {
    const file = message.file ?? path
    if (!texts.has(file)) texts.set(file, project.text(file))
    const uri = workspace.uriOf(root, file)
    const list = byDocument.get(uri) ?? []
    list.push(diagnosticOf(message, texts.get(file)))
    byDocument.set(uri, list)
  }
  const sources = [path, ...document.dependencies, ...project.host.library.dependencies]
  return {messages: byDocument, files: sources.map(file => resolve(root, file))}
}

/** What is wrong with a project's configuration, at its file. */
export function checkConfig(
  error: ConfigError,
  root: string,
  open: OpenProject,
  named: string | undefined,
  workspace: Workspace,
): ByDocument {
  const found = configNames.find(name => existsSync(join(root, name)))
  const path = named === undefined ? (found ?? 'parlance.config') : relative(root, named)
  const text = open.project?.text(path) ?? ''
  return new Map([[workspace.uriOf(root, path), [configDiagnostic(error, text)]]])
}
