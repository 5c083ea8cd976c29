import type {ElementContent} from 'hast'
import type {Nodes} from 'mdast'
import type {Handlers, State} from 'mdast-util-to-hast'
import type {Labels, Numbering, Place, Selection} from '../../document/index.ts'

/** What every handler of one variant can see. */
export interface HtmlContext {
  readonly selection: Selection
  readonly numbering: Numbering
  readonly labels: Labels
  /** The nodes at which a section stands. */
  readonly places: ReadonlySet<Place>
  /** Whether blocks say where they come from. */
  readonly sourceLines?: boolean | undefined
}

/** Makes hast of one kind of node; children go through `state`. */
export type HtmlHandler<Node extends Nodes = Nodes> = (
  state: State,
  node: Node,
  context: HtmlContext,
) => ElementContent | ElementContent[]

/** Turns mdast that stands outside the body (a reference's entry, a footnote) into hast by the same handlers. */
export type ToElements = (nodes: readonly Nodes[]) => ElementContent[]

export type {Handlers}
