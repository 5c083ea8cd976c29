import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {onTestFinished} from 'vitest'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'

const bin = join(import.meta.dirname, '../../dist/cli.js')

const capable: ClientCapabilities = {
  textDocument: {completion: {completionItem: {snippetSupport: true}}},
  workspace: {didChangeWatchedFiles: {dynamicRegistration: true}},
}

/** `parlance lsp` as a process of its own, and an editor that speaks to it. */
export class Editor {
  readonly published: PublishDiagnosticsParams[] = []
  readonly messagesShown: string[] = []
  readonly registered: string[] = []
  readonly #texts = new Map<string, {version: number; text: string}>()

  private constructor(
    readonly connection: ProtocolConnection,
    readonly folder: string,
    readonly initialized: InitializeResult,
    readonly exit: Promise<number | null>,
    readonly kill: () => Promise<void>,
  ) {}

  /** For one test. */
  static async start(...args: Parameters<typeof Editor.launch>): Promise<Editor> {
    const editor = await Editor.launch(...args)
    onTestFinished(() => editor.kill())
    return editor
  }

  /** For tests that kill it themselves. */
  static async launch(
    folder: string,
    {
      args = [],
      capabilities = capable,
      workspace = true,
    }: {args?: readonly string[]; capabilities?: ClientCapabilities; workspace?: boolean} = {},
  ): Promise<Editor> {
    const child = spawn(process.execPath, [bin, 'lsp', '--stdio', ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const exit = once(child, 'exit').then(([status]) => status as number | null)
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    const early: PublishDiagnosticsParams[] = []
    const messagesShown: string[] = []
    const registered: string[] = []
    connection.onNotification(PublishDiagnosticsNotification.type, params => void early.push(params))
    connection.onNotification(ShowMessageNotification.type, ({message}) => void messagesShown.push(message))
    connection.onRequest(RegistrationRequest.type, ({registrations}) => {
      registered.push(...registrations.map(({method}) => method))
    })
    connection.listen()
    const uri = pathToFileURL(folder).href
    const params: InitializeParams = {
      processId: process.pid,
      rootUri: workspace ? uri : null,
      workspaceFolders: workspace ? [{uri, name: 'test'}] : null,
      capabilities,
    }
    const initialized = await connection.sendRequest(InitializeRequest.type, params)
    await connection.sendNotification(InitializedNotification.type, {})
    const editor = new Editor(connection, folder, initialized, exit, async () => {
      child.kill()
      await exit
    })
    Object.assign(editor, {published: early, messagesShown, registered})
    return editor
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href
  }

  async open(path: string, text: string): Promise<void> {
    this.#texts.set(path, {version: 1, text})
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri: this.uri(path), languageId: 'markdown', version: 1, text},
    })
  }

  /** Put a text in place of another one, the first there is, as an incremental change. */
  async replace(path: string, before: string, after: string): Promise<number> {
    const {version, text} = this.#known(path)
    const from = text.indexOf(before)
    if (from < 0) throw new Error(`${path} does not hold ${JSON.stringify(before)}`)
    const range = {start: positionIn(text, from), end: positionIn(text, from + before.length)}
    const next = {version: version + 1, text: text.slice(0, from) + after + text.slice(from + before.length)}
    this.#texts.set(path, next)
    await this.change(path, next.version, [{range, text: after}])
    return next.version
  }

  async change(
    path: string,
    version: number,
    contentChanges: TextDocumentContentChangeEvent[],
  ): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri: this.uri(path), version},
      contentChanges,
    })
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: {uri: this.uri(path)},
    })
  }

  async changedOnDisk(...paths: readonly string[]): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: paths.map((path): FileEvent => ({uri: this.uri(path), type: FileChangeType.Changed})),
    })
  }

  /** Position of `|` in a piece of a document's text. */
  at(path: string, marked: string): {textDocument: {uri: string}; position: Position} {
    const {text} = this.#known(path)
    const from = text.indexOf(marked.replace('|', ''))
    if (from < 0) throw new Error(`${path} does not hold ${JSON.stringify(marked)}`)
    return {
      textDocument: {uri: this.uri(path)},
      position: positionIn(text, from + marked.indexOf('|')),
    }
  }

  /**
   * The diagnostics of a document once some that fulfil a condition are published; those that are there count
   * too.
   */
  async diagnostics(
    path: string,
    condition: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path)
    for (;;) {
      const last = this.published.findLast(params => params.uri === uri)
      if (last !== undefined && condition(last)) return last.diagnostics
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }

  /** The same for a version of the document. */
  checked(path: string, version: number): Promise<readonly Diagnostic[]> {
    return this.diagnostics(path, params => params.version === version)
  }

  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    return this.exit
  }

  #known(path: string): {version: number; text: string} {
    const known = this.#texts.get(path)
    if (known === undefined) throw new Error(`${path} is not open`)
    return known
  }
}

function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n')
  return {line: before.length - 1, character: before.at(-1)?.length ?? 0}
}

/** `code @line:character-line:character`, from 0 as the protocol counts. */
export function summary({code, range: {start, end}}: Diagnostic): string {
  const last = end.character > 1_000_000 ? 'end' : end.character
  return `${code ?? ''} @${start.line}:${start.character}-${end.line}:${last}`
}
