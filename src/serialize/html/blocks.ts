import type {Element, ElementContent, Root} from 'hast'
import {raw} from 'hast-util-raw'
import type {Nodes} from 'mdast'
import {type Options, toHast} from 'mdast-util-to-hast'
import type {HtmlContext, ToElements} from './context.ts'
import {handlersFor, refuseUnknown} from './handlers/index.ts'
import {sanitizeTree} from './sanitize.ts'

/** Makes hast of mdast; between blocks it puts line breaks. */
export function converter(context: HtmlContext, rawHtml: boolean): ToElements {
  const options: Options = {
    handlers: handlersFor(context),
    unknownHandler: refuseUnknown,
    allowDangerousHtml: rawHtml,
  }
  return nodes => {
    const tree = toHast({type: 'root', children: [...nodes]} as Nodes, options) // any nodes stand in a root here
    return tree.type === 'root' ? (tree.children as ElementContent[]) : [tree as ElementContent] // no doctype comes from mdast
  }
}

/** Blocks with only what the allow-list lets through. */
export function sanitized(blocks: readonly ElementContent[], rawHtml: boolean): readonly ElementContent[] {
  const tree = spaced(blocks)
  const whole = rawHtml ? raw(tree) : tree
  const root: Root = whole.type === 'root' ? whole : {type: 'root', children: [whole as Element]} // a root stays one
  return (sanitizeTree(root).children as ElementContent[]).filter(isBlock) // a sanitized root holds elements and text
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

/** Line breaks between blocks of the body are set anew. */
export function isBlock(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== ''
}
