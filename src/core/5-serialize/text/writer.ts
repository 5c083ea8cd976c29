import type {Nodes} from 'mdast'
import type {Document, Labels} from '../../language/index.ts'
import type {ReadContext} from '../render-context.ts'
import type {PlainTextContext, TextHandler} from './context.ts'
import {handlers} from './handlers/index.ts'
import {type Lines, stack} from './lines.ts'

/** Writes nodes as text by the table of handlers. */
export class Writer implements PlainTextContext {
  constructor(
    readonly document: Document,
    readonly labels: Labels,
    readonly width: number,
    readonly ask: ReadContext,
    /** Columns that text is given however deep it stands; beyond that it sticks out. */
    readonly least = Math.ceil(width / 3),
  ) {}

  flow(nodes: readonly Nodes[]): Lines {
    return stack(nodes.map(node => this.#known(node, 'flow')(node, this)))
  }

  phrasing(nodes: readonly Nodes[]): string {
    return nodes.map(node => this.#known(node, 'phrasing')(node, this)).join('')
  }

  narrower(columns: number): PlainTextContext {
    if (this.width === 0) return this
    const width = Math.max(this.width - columns, this.least)
    return new Writer(this.document, this.labels, width, this.ask, this.least)
  }

  /**
   * A tree that `select` made holds only known nodes: a missing handler is a bug in Parlance, not a mistake
   * of an author.
   */
  #known<Kind extends 'flow' | 'phrasing'>(node: Nodes, kind: Kind): NonNullable<TextHandler<Nodes>[Kind]> {
    // The table gives each type the handler for that type, which TypeScript cannot follow through a union.
    const handler = (handlers[node.type] as TextHandler<Nodes> | undefined)?.[kind]
    if (handler === undefined)
      throw new Error(`Internal error: no ${kind} text for a node of type \`${node.type}\``)
    return handler
  }
}
