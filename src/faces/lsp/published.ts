import type {Diagnostic} from 'vscode-languageserver/node'

/** Diagnostics by the URI of the document that they are about. */
export type ByDocument = ReadonlyMap<string, readonly Diagnostic[]>

type Send = (uri: string, diagnostics: readonly Diagnostic[]) => number | undefined

/**
 * What the editor shows. A page may have messages about several documents (its own, an included file, a
 * bibliography), and several pages about one; a document shows what any of them says, once.
 */
export class Published {
  readonly #bySource = new Map<string, ByDocument>()
  readonly #shown = new Map<string, readonly Diagnostic[]>()
  readonly #versions = new Map<string, number | undefined>()
  readonly #send: Send

  /** @param send Shows them, and gives the version of the document that they are about, where it is open. */
  constructor(send: Send) {
    this.#send = send
  }

  /**
   * Replace all that a source said before.
   *
   * @param source What the messages come from: a page, a configuration.
   * @param always A document that is published even where no diagnostic changed, since its version did.
   */
  set(source: string, messages: ByDocument, always?: string): void {
    const before = this.#bySource.get(source)
    if (messages.size === 0) this.#bySource.delete(source)
    else this.#bySource.set(source, messages)
    const touched = new Set([...(before?.keys() ?? []), ...messages.keys(), ...(always ? [always] : [])])
    for (const uri of touched) this.#publish(uri, uri === always)
  }

  /** Forget the sources that no longer count. */
  keep(sources: ReadonlySet<string>): void {
    for (const source of [...this.#bySource.keys()]) if (!sources.has(source)) this.set(source, new Map())
  }

  /** Version of a document that its diagnostics are about. */
  versionOf(uri: string): number | undefined {
    return this.#versions.get(uri)
  }

  of(uri: string): readonly Diagnostic[] {
    return this.#shown.get(uri) ?? []
  }

  #publish(uri: string, always: boolean): void {
    const merged = new Map<string, Diagnostic>()
    for (const messages of this.#bySource.values())
      for (const diagnostic of messages.get(uri) ?? []) merged.set(JSON.stringify(diagnostic), diagnostic)
    const diagnostics = [...merged.values()]
    if (!always && JSON.stringify(diagnostics) === JSON.stringify(this.of(uri))) return
    if (diagnostics.length === 0) this.#shown.delete(uri)
    else this.#shown.set(uri, diagnostics)
    this.#versions.set(uri, this.#send(uri, diagnostics))
  }
}
