import type {Element, ElementContent, Root} from 'hast'
import type {Nodes, RootContent} from 'mdast'
import {type State, toHast} from 'mdast-util-to-hast'
import type {ReadContext} from '../render-context.ts'
import type {HtmlContext, HtmlPart} from './context.ts'
import {handlersFor, refuseUnknown} from './handlers/index.ts'
import {parseRawHtml} from './parse-raw-html.ts'
import {sanitizeTree} from './sanitize.ts'

/** Makes hast of mdast, many trees one after another. */
export class Converter {
  readonly #context: HtmlContext & {ask: ReadContext}
  #state: State | undefined

  /** @param rawHtml Whether raw HTML is handed on, for `sanitized` to look at. */
  constructor(surroundings: Omit<HtmlContext, 'ask'>, rawHtml: boolean) {
    this.#context = {...surroundings, ask: refuse}
    const root = (state: State): undefined => {
      this.#state = state // what the library sets up for one tree does for any number of them
    }
    const handlers = {...handlersFor(this.#context), root}
    toHast(
      {type: 'root', children: []},
      {handlers, unknownHandler: refuseUnknown, allowDangerousHtml: rawHtml},
    )
  }

  /** Make something of what a variant answers. */
  make(part: HtmlPart, ask: ReadContext): readonly ElementContent[] {
    this.#context.ask = ask
    return part(this.#context, nodes => this.#elements(nodes))
  }

  /** Elements with line breaks between them. */
  #elements(nodes: readonly Nodes[]): ElementContent[] {
    const {all, wrap} = this.#state ?? refuse()
    // any nodes stand in a root here
    return wrap(all({type: 'root', children: [...nodes] as RootContent[]}), false)
  }
}

function refuse(): never {
  throw new Error('Internal error: a part is made outside of `make`')
}

/**
 * Blocks with only what the allow-list lets through.
 *
 * @param marked Whether marks of a preview stay.
 */
export function sanitized(
  blocks: readonly ElementContent[],
  rawHtml: boolean,
  marked = false,
): readonly ElementContent[] {
  const tree = spaced(blocks)
  const whole = rawHtml && parseRawHtml !== undefined ? parseRawHtml(tree) : tree
  // a root stays one
  const root: Root = whole.type === 'root' ? whole : {type: 'root', children: [whole as Element]}
  // A sanitized root holds elements and text.
  return (sanitizeTree(root, marked).children as ElementContent[]).filter(isBlock)
}

/** Blocks with a line break between them. */
export function spaced(blocks: readonly ElementContent[]): Root {
  return {
    type: 'root',
    children: blocks.flatMap((block, index) =>
      index === 0 ? [block] : [{type: 'text', value: '\n'} as const, block],
    ),
  }
}

/** Whether a node is a block; line breaks between blocks of the body are set again. */
export function isBlock(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}
