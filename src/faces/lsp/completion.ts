import {readdirSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  type Position,
} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {
  type AttributeDescription,
  type DirectiveDescription,
  type Document,
  describeDirectives,
  describeReference,
  type NamedThing,
  outlineOf,
  wordingsOf,
} from '../../internal.ts'
import {cursorAt, type EditorCursor} from './cursor.ts'
import {snippetFor} from './snippet.ts'
import type {NamedPlace, Workspace} from './workspace.ts'

/** Longer lists are cut, and asked for again when more is typed. */
const maxItems = 200

/** What an item is about, to say more of it when it is looked at. */
export interface ItemData {
  readonly uri: string
  readonly key: string
}

export interface CompletionContext {
  readonly document: TextDocument
  readonly place: NamedPlace
  readonly workspace: Workspace
  /** Whether the editor can fill in templates. */
  readonly snippets: boolean
}

/** What may stand at a position of a document that is still being typed. */
export function complete(position: Position, context: CompletionContext): CompletionList {
  const text = context.document.getText()
  const cursor = cursorAt(text, context.document.offsetAt(position))
  const items = cursor === undefined ? [] : itemsFor(cursor, position, context)
  return {isIncomplete: items.length > maxItems, items: items.slice(0, maxItems)}
}

function itemsFor(cursor: EditorCursor, position: Position, context: CompletionContext): CompletionItem[] {
  const {place} = context
  const directives = describeDirectives(place.project.config)
  const directive = 'directive' in cursor ? directives.find(({name}) => name === cursor.directive) : undefined
  switch (cursor.kind) {
    case 'directive':
      return directiveItems(directives, cursor, position, context)
    case 'label':
      return directive?.labelNames === undefined
        ? []
        : namedItems(directive.labelNames, lastOf(cursor, directive.labelNames), position, context)
    case 'attribute':
      return (directive?.attributes ?? [])
        .filter(({name}) => !cursor.given.includes(name))
        .map(attribute => attributeItem(attribute, cursor, position, context))
    case 'value': {
      const attribute = directive?.attributes.find(({name}) => name === cursor.attribute)
      if (attribute?.names !== undefined) {
        const whole = {typed: cursor.written, from: cursor.from + cursor.typed.length - cursor.written.length}
        return namedItems(attribute.names, whole, position, context)
      }
      const given = attribute?.list ? cursor.written.split(/\s+/).slice(0, -1) : []
      const values = (attribute?.values ?? []).filter(value => !given.includes(value))
      return values.map(value => valueItem(value, cursor, position, context))
    }
    case 'anchor':
      return anchorItems(cursor, position, context)
    case 'front-matter': {
      const {audiences} = place.project.config.settings
      const takesReaders = ['audiences', 'for', 'not'].includes(cursor.key)
      return takesReaders ? audiences.ids.map(id => valueItem(id, cursor, position, context)) : []
    }
  }
}

interface TypedSpan {
  readonly typed: string
  readonly from: number
}

/** The key that is being typed: several stand in a cluster, each with a locator. */
function lastOf({typed, from}: TypedSpan, names: NamedThing): TypedSpan {
  if (names !== 'reference') return {typed, from}
  const last = typed.split(';').at(-1) ?? ''
  const key = last.trimStart()
  return {typed: key, from: from + typed.length - key.length}
}

function editFor(newText: string, {from}: TypedSpan, position: Position, {document}: CompletionContext) {
  return {range: {start: document.positionAt(from), end: position}, newText}
}

function directiveItems(
  directives: readonly DirectiveDescription[],
  cursor: EditorCursor & {kind: 'directive'},
  position: Position,
  context: CompletionContext,
): CompletionItem[] {
  const {colons, atLineStart} = cursor
  const typed = ':'.repeat(colons)
  const written = {text: 1, leaf: 2, container: 3} as const
  return directives.flatMap(directive =>
    directive.kinds
      .filter(kind => (atLineStart ? written[kind] >= Math.min(colons, 3) : kind === 'text' && colons === 1))
      .map((kind): CompletionItem => {
        const marks = ':'.repeat(Math.max(colons, written[kind]))
        const snippet = snippetFor(directive, kind, marks)
        return {
          label: `${marks}${directive.name}`,
          kind: CompletionItemKind.Function,
          detail: directive.doc,
          filterText: `${typed}${directive.name}`,
          sortText: `${written[kind]}${directive.name}`,
          ...(context.snippets && {insertTextFormat: InsertTextFormat.Snippet}),
          textEdit: editFor(
            context.snippets ? snippet : `${marks}${directive.name}`,
            {typed: '', from: cursor.from - colons},
            position,
            context,
          ),
        }
      }),
  )
}

function attributeItem(
  {name, doc, required}: AttributeDescription,
  span: TypedSpan,
  position: Position,
  context: CompletionContext,
): CompletionItem {
  return {
    label: name,
    kind: CompletionItemKind.Property,
    detail: doc,
    sortText: `${required ? 0 : 1}${name}`,
    ...(context.snippets && {insertTextFormat: InsertTextFormat.Snippet}),
    textEdit: editFor(context.snippets ? `${name}="$1"` : `${name}=`, span, position, context),
  }
}

function valueItem(
  value: string,
  span: TypedSpan,
  position: Position,
  context: CompletionContext,
): CompletionItem {
  const audience = context.place.project.config.settings.audiences.get(value)
  return {
    label: value,
    kind: CompletionItemKind.EnumMember,
    ...(audience && {detail: audience.label}),
    textEdit: editFor(value, span, position, context),
  }
}

/** Whether something is what is being typed, so that long lists may be cut. */
function fits(typed: string, ...texts: readonly (string | undefined)[]): boolean {
  const wanted = typed.toLowerCase()
  return texts.some(text => text?.toLowerCase().includes(wanted))
}

function namedItems(
  kind: NamedThing,
  span: TypedSpan,
  position: Position,
  context: CompletionContext,
): CompletionItem[] {
  const document = context.workspace.recent(context.place)
  switch (kind) {
    case 'reference':
      return referenceItems(document, span, position, context)
    case 'term':
      return entryItems([...document.glossary.values()].map(({id, term}) => [id, term]))
    case 'variable':
      return entryItems([...document.vars])
    case 'anchor':
      return anchorItems(span, position, context)
    case 'include':
    case 'page':
    case 'file':
      return fileItems(span, position, context)
  }

  function entryItems(entries: readonly (readonly [string, Parameters<typeof wordingsOf>[1]])[]) {
    return entries
      .map(([id, group]) => ({id, texts: [...new Set(wordingsOf(document, group).map(({text}) => text))]}))
      .filter(({id, texts}) => fits(span.typed, id, ...texts))
      .map(
        ({id, texts}): CompletionItem => ({
          label: id,
          kind: CompletionItemKind.Constant,
          detail: texts.filter(text => text !== undefined).join(' · '),
          textEdit: editFor(id, span, position, context),
        }),
      )
  }
}

function referenceItems(
  document: Document,
  span: TypedSpan,
  position: Position,
  context: CompletionContext,
): CompletionItem[] {
  const items: CompletionItem[] = []
  for (const key of document.references.keys()) {
    const {title, year} = describeReference(document, key) ?? {}
    if (!fits(span.typed, key, title)) continue
    const detail = [title, year === undefined ? undefined : `(${year})`].filter(Boolean).join(' ')
    const data: ItemData = {uri: context.place.uri, key}
    items.push({
      label: key,
      kind: CompletionItemKind.Reference,
      detail,
      filterText: `${key} ${title ?? ''}`,
      data,
      textEdit: editFor(key, span, position, context),
    })
    if (items.length > maxItems) break
  }
  return items
}

function anchorItems(
  span: TypedSpan & {readonly page?: string},
  position: Position,
  context: CompletionContext,
): CompletionItem[] {
  const {workspace, place} = context
  const paths =
    span.page === undefined ? undefined : [posix.join(posix.dirname(place.path), span.page), span.page]
  const other = paths?.find(path => place.project.text(path) !== undefined)
  if (paths !== undefined && other === undefined) return []
  const document =
    other === undefined
      ? workspace.recent(place)
      : place.project.compileText(place.project.text(other) ?? '', other)
  const byId = new Map(outlineOf(document).anchors.map(anchor => [anchor.id, anchor]))
  return [...byId.values()].map(({id, audiences}) => ({
    label: id,
    kind: CompletionItemKind.Reference,
    detail: `for ${audiences.join(', ') || 'nobody'}`,
    textEdit: editFor(id, span, position, context),
  }))
}

/** Folders and Markdown files beside a page. */
function fileItems(
  {typed, from}: TypedSpan,
  position: Position,
  context: CompletionContext,
): CompletionItem[] {
  const {root, path} = context.place
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1)
  const span = {typed: typed.slice(folder.length), from: from + folder.length}
  const at = folder.startsWith('/') ? join(root, folder) : join(root, dirname(path), folder)
  return entriesOf(at)
    .filter(entry => entry.isDirectory() || /\.md$/i.test(entry.name))
    .filter(({name}) => !name.startsWith('.') && name !== 'node_modules')
    .map(entry => ({
      label: entry.name,
      kind: entry.isDirectory() ? CompletionItemKind.Folder : CompletionItemKind.File,
      textEdit: editFor(entry.isDirectory() ? `${entry.name}/` : entry.name, span, position, context),
    }))
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, {withFileTypes: true})
  } catch {
    return [] // a path that is still being typed
  }
}
