import GithubSlugger from 'github-slugger'
import type {Nodes, PhrasingContent, RootContent} from 'mdast'
import type {Labels} from '../../language/index.ts'
import type {ReadContext} from '../render-context.ts'
import type {MarkdownContext, MarkdownHandler} from './context.ts'
import {handlers} from './handlers/index.ts'

/** Rewrites a tree with Parlance's own nodes into plain mdast and GFM. The given nodes stay as they are. */
export class Rewriter implements MarkdownContext {
  constructor(
    readonly labels: Labels,
    readonly ask: ReadContext,
    readonly slugger = new GithubSlugger(),
    readonly inLink = false,
  ) {}

  flow(nodes: readonly Nodes[]): RootContent[] {
    return nodes.flatMap(node => handlerOf(node)(node, this))
  }

  phrasing(nodes: readonly Nodes[]): PhrasingContent[] {
    return joinTexts(this.flow(nodes) as PhrasingContent[]) // handlers of phrasing give phrasing
  }

  linked(): MarkdownContext {
    return new Rewriter(this.labels, this.ask, this.slugger, true)
  }
}

function handlerOf(node: Nodes): MarkdownHandler<Nodes> {
  // The table gives each type the handler for that type, which TypeScript cannot follow through a union.
  const handler = handlers[node.type] as MarkdownHandler<Nodes> | undefined
  if (handler === undefined)
    throw new Error(`Internal error: no Markdown for a node of type \`${node.type}\``)
  return handler
}

/** Join neighboring texts: what must be escaped depends on the characters around it. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = {type: 'text', value: last.value + node.value}
    else joined.push(node)
  }
  return joined
}
