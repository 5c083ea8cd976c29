import {resolve} from 'node:path'
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {noPages, type OpenProject, type Project, watchProject} from '../../project/index.ts'
import {answerRequests} from './answers.ts'
import {checkConfig, checkPage} from './check-document.ts'
import {Checks} from './checks.ts'
import {Published} from './published.ts'
import {type NamedPlace, pathOf, Workspace} from './workspace.ts'

export interface LanguageServerOptions {
  /** Folder that paths start from where the editor names none. */
  readonly cwd: string
  /** Configuration file that all documents are read with; default: the nearest one above each. */
  readonly config?: string | undefined
  readonly version: string
}

/** Files whose changes matter to pages. */
const watched = '**/*.{md,json,yaml,yml,ts,js,mjs,bib,ris,nbib,csl,xml,css,html}'

/** Serves the documents of one editor over a connection. */
export class LanguageServer {
  readonly #connection: Connection
  readonly #options: LanguageServerOptions
  readonly #documents = new TextDocuments(TextDocument)
  readonly #published: Published
  readonly #checks = new Checks(uri => this.#check(uri))
  readonly #workspace: Workspace
  readonly #unwatch: (() => Promise<void>)[] = []
  /** Pages whose messages an open document shows, by its URI. */
  readonly #sources = new Map<string, readonly string[]>()
  /** Files that an open document depends on, by its URI. */
  readonly #dependencies = new Map<string, ReadonlySet<string>>()
  /** Text of documents that was last published to their dependents. */
  readonly #seen = new Map<string, string>()
  /** Configurations that cannot be used, as sources of messages. */
  readonly #problems = new Set<string>()
  #told = ''
  #snippets = false
  #watches = false

  constructor(connection: Connection, options: LanguageServerOptions) {
    this.#connection = connection
    this.#options = options
    this.#published = new Published((uri, diagnostics) => {
      const version = this.#documents.get(uri)?.version
      void connection.sendDiagnostics({
        uri,
        diagnostics: [...diagnostics],
        ...(version !== undefined && {version}),
      })
      return version
    })
    this.#workspace = new Workspace({
      config: options.config,
      documents: () => this.#documents.all(),
      onOpen: (root, open) => this.#watch(root, open),
    })
  }

  listen(): void {
    const connection = this.#connection
    connection.onInitialize(params => this.#initialize(params))
    connection.onInitialized(() => this.#register())
    connection.onShutdown(async () => {
      this.#checks.stop()
      await Promise.all(this.#unwatch.map(stop => stop()))
    })
    connection.onDidChangeWatchedFiles(({changes}) => {
      const files = changes.flatMap(({uri}) => pathOf(uri) ?? [])
      if (files.length > 0) this.#refresh(files)
    })
    this.#listenToDocuments()
    answerRequests(connection, {
      documents: this.#documents,
      workspace: this.#workspace,
      published: this.#published,
      hasSnippets: () => this.#snippets,
    })
    this.#documents.listen(connection)
    connection.listen()
  }

  #initialize({workspaceFolders, rootUri, capabilities}: InitializeParams): InitializeResult {
    const uris = workspaceFolders?.map(({uri}) => uri) ?? (rootUri ? [rootUri] : [])
    const folders = uris.flatMap(uri => pathOf(uri) ?? [])
    this.#workspace.folders = folders.length > 0 ? folders : [resolve(this.#options.cwd)]
    this.#snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    this.#watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
    return {
      serverInfo: {name: 'parlance', version: this.#options.version},
      capabilities: {
        textDocumentSync: {openClose: true, change: TextDocumentSyncKind.Incremental, save: true},
        completionProvider: {
          triggerCharacters: [':', '[', '{', '"', '=', '#', ';', ' ', '/'],
          resolveProvider: true,
        },
        codeActionProvider: {codeActionKinds: ['quickfix']},
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        renameProvider: {prepareProvider: true},
        workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
      },
    }
  }

  #register(): void {
    if (this.#watches)
      void this.#connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{globPattern: watched}],
      })
    this.#connection.workspace.onDidChangeWorkspaceFolders(({added, removed}) => {
      const gone = new Set(removed.map(({uri}) => pathOf(uri)))
      const more = added.flatMap(({uri}) => pathOf(uri) ?? [])
      this.#workspace.folders = [...this.#workspace.folders.filter(folder => !gone.has(folder)), ...more]
      this.#checkAll()
    })
  }

  async #warnWithoutPages(project: Project | undefined): Promise<void> {
    if (project !== undefined && (await project.pages()).length === 0)
      this.#connection.console.warn(noPages(project))
  }

  /** For an editor that does not tell of changed files. */
  #watch(root: string, {project}: OpenProject): void {
    void this.#warnWithoutPages(project)
    if (this.#watches) return
    const stop = watchProject({
      root,
      config: project?.config,
      onChange: paths => this.#refresh(paths.map(path => resolve(root, path))),
    })
    this.#unwatch.push(stop)
  }

  #refresh(files: readonly string[]): void {
    void this.#workspace.refresh(files).then(
      () => this.#checkAll(),
      error => this.#complain(error),
    )
  }

  #checkAll(): void {
    for (const {uri} of this.#documents.all()) this.#checks.schedule(uri)
  }

  #listenToDocuments(): void {
    this.#documents.onDidChangeContent(({document}) => this.#checks.schedule(document.uri))
    this.#documents.onDidClose(({document: {uri}}) => {
      this.#checks.cancel(uri)
      this.#workspace.forget(uri)
      this.#sources.delete(uri)
      this.#dependencies.delete(uri)
      if (this.#documents.all().length === 0) this.#problems.clear()
      this.#keep()
      // what was not saved is gone
      void this.#refreshDependents(uri, undefined).catch(error => this.#complain(error))
    })
  }

  /** Documents that are made of another one, which has other text in the editor now. */
  async #refreshDependents(uri: string, text: string | undefined): Promise<void> {
    const file = pathOf(uri)
    if (file === undefined || this.#seen.get(uri) === text) return
    if (text === undefined) this.#seen.delete(uri)
    else this.#seen.set(uri, text)
    const dependents = [...this.#dependencies].filter(([other, files]) => other !== uri && files.has(file))
    if (dependents.length === 0) return
    await this.#workspace.refresh([file])
    for (const [other] of dependents) this.#checks.schedule(other)
  }

  async #check(uri: string): Promise<void> {
    try {
      await this.#checkNow(uri)
    } catch (error) {
      this.#complain(error)
    }
  }

  async #checkNow(uri: string): Promise<void> {
    const document = this.#documents.get(uri)
    if (document === undefined) return
    const {version} = document
    await this.#refreshDependents(uri, document.getText())
    const broken = await this.#workspace.problemOf(uri)
    if (broken !== undefined) {
      this.#sources.delete(uri)
      this.#problems.add(configSource(broken.root))
      this.#keep()
      this.#showProblem(broken.root, broken.open)
      return
    }
    const place = await this.#workspace.placeOf(document)
    if (place === undefined) return
    const pages = await this.#workspace.pagesWith(place)
    // the edit since then has scheduled another check
    if (this.#documents.get(uri)?.version !== version) return
    if (this.#problems.delete(configSource(place.root))) this.#told = ''
    this.#sources.set(
      uri,
      pages.map(page => sourceOf(place, page)),
    )
    this.#keep()
    const files = new Set<string>()
    for (const page of pages) {
      const checked = checkPage(page, place, this.#workspace)
      this.#published.set(sourceOf(place, page), checked.messages, uri)
      for (const file of checked.files) files.add(file)
    }
    this.#dependencies.set(uri, files)
  }

  #showProblem(root: string, open: OpenProject): void {
    const {problem} = open
    if (problem === undefined) return
    const {config} = this.#options
    this.#published.set(configSource(root), checkConfig(problem, root, open, config, this.#workspace))
    if (this.#told === problem.message) return // once is enough
    this.#told = problem.message
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: problem.message,
    })
  }

  /** What no open document shows any more goes. */
  #keep(): void {
    this.#published.keep(new Set([...[...this.#sources.values()].flat(), ...this.#problems]))
  }

  #complain(error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#connection.console.error(`This is a bug in parlance; please report it.\n${text}`)
  }
}

function sourceOf({root}: NamedPlace, page: string): string {
  return `page ${root} ${page}`
}

function configSource(root: string): string {
  return `configuration ${root}`
}
