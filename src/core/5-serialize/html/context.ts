import type {ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import type {State} from 'mdast-util-to-hast'
import type {Labels} from '../../language/index.ts'
import type {ReadContext} from '../render-context.ts'

/** What every handler can see. */
export interface HtmlContext {
  readonly labels: Labels
  /** All that a handler may know of the variant. */
  readonly ask: ReadContext
  /** Whether terms open their definitions: on whole pages, which have our style sheet. */
  readonly popovers: boolean
  /** Whether blocks say where they come from. */
  readonly sourceLines?: boolean | undefined
}

/** Makes hast of one kind of node; children go through `state`. */
export type HtmlHandler<Node extends Nodes = Nodes> = (
  state: State,
  node: Node,
  context: HtmlContext,
) => ElementContent | ElementContent[]

/**
 * Turns mdast that stands outside the body (a reference's entry, a footnote) into hast by the same handlers.
 */
export type ToElements = (nodes: readonly Nodes[]) => ElementContent[]

/** A part of an output: a block of the body, or a section. */
export type HtmlPart = (context: HtmlContext, toElements: ToElements) => readonly ElementContent[]
