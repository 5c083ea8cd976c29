import {createConnection, ProposedFeatures} from 'vscode-languageserver/node'
import {LanguageServer, type LanguageServerOptions} from './language-server.ts'

export type {LanguageServerOptions}

/**
 * Serve an editor over standard input and output, until it says `exit` or is gone.
 *
 * @see https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export function startLanguageServer(options: LanguageServerOptions): void {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  new LanguageServer(connection, options).listen()
}
