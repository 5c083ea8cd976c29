import type GithubSlugger from 'github-slugger'
import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Labels} from '../../language/index.ts'
import type {ReadContext} from '../render-context.ts'

/** What a rewriting handler can read. */
export interface MarkdownContext {
  readonly labels: Labels
  /** All that a handler may know of the variant. */
  readonly ask: ReadContext
  /** Gives each heading, in their order, the id that readers of GFM give it. */
  readonly slugger: GithubSlugger
  /** Inside a link there can be no other. */
  readonly inLink: boolean
  flow(nodes: readonly Nodes[]): RootContent[]
  /** Neighboring texts come out as one. */
  phrasing(nodes: readonly Nodes[]): PhrasingContent[]
  /** The same, inside a link. */
  linked(): MarkdownContext
}

/** What a node becomes in GFM: itself, others, or nothing. */
export type MarkdownHandler<Node> = (node: Node, context: MarkdownContext) => readonly RootContent[]

/** A handler for every type that mdast and Parlance know. */
export type MarkdownHandlerTable = {
  readonly [Type in Nodes['type']]: MarkdownHandler<Extract<Nodes, {type: Type}>>
}
