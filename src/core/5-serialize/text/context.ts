import type {Nodes} from 'mdast'
import type {Document, Labels} from '../../language/index.ts'
import type {ReadContext} from '../render-context.ts'
import type {Lines} from './lines.ts'

/** What a handler can read. */
export interface PlainTextContext {
  readonly document: Document
  readonly labels: Labels
  /** All that a handler may know of the variant. */
  readonly ask: ReadContext
  /** Columns that are left here; `0` never wraps. */
  readonly width: number
  /** Blocks one after another, an empty line between them. */
  flow(nodes: readonly Nodes[]): Lines
  /** One string, in which a line feed is a hard break. */
  phrasing(nodes: readonly Nodes[]): string
  /** The same, inside something that takes up some columns. */
  narrower(columns: number): PlainTextContext
}

/** How nodes of one type become text: as blocks, in a line, or both; neither where the parent does it. */
export interface TextHandler<Node> {
  flow?(node: Node, context: PlainTextContext): Lines
  phrasing?(node: Node, context: PlainTextContext): string
}

/** A handler for every type that mdast and Parlance know. */
export type TextHandlerTable = {readonly [Type in Nodes['type']]: TextHandler<Extract<Nodes, {type: Type}>>}
