import type {Image, ImageReference} from 'mdast'
import {directiveToMarkdown, type TextDirective} from 'mdast-util-directive'
import {defaultHandlers, type Handle, type Options, type Unsafe} from 'mdast-util-to-markdown'

/**
 * How a tree with directives is written as Markdown: as `mdast-util-directive` writes it, but alternative
 * texts keep their directives, and a colon is escaped only where it would begin one. So formatters change
 * neither `1:1000` nor who reads what.
 *
 * @param names Names that begin a directive.
 */
export function directivesWrittenAgain(names: ReadonlySet<string>): Options {
  const {handlers, unsafe} = directiveToMarkdown()
  return {
    handlers: {
      ...handlers,
      textDirective: asTyped(handlers?.textDirective),
      containerDirective: longerThanContent(handlers?.containerDirective),
      image: withDirectives(defaultHandlers.image),
      imageReference: withDirectives(defaultHandlers.imageReference),
    },
    unsafe: [...(unsafe ?? []).filter(({character}) => character !== ':'), ...colonsThatBegin(names)],
  }
}

/** A name alone is text, so empty braces stay. A bar within attributes would begin another cell. */
function asTyped(handle: Handle | null | undefined): Handle {
  return Object.assign<Handle, {peek: () => string}>(
    (node: TextDirective, parent, state, info) => {
      const plain = handle?.(node, parent, state, info) ?? ''
      const bare = `:${node.name}`
      const written = plain === bare || plain === `${bare}[]` ? `${bare}{}` : plain
      return state.stack.includes('tableCell') ? written.replace(/(?<!\\)\|/g, '\\|') : written
    },
    {peek: () => ':'},
  )
}

/** Fences inside quotes and list items count as well: the one around them has more colons. */
function longerThanContent(handle: Handle | null | undefined): Handle {
  return (node, parent, state, info) => {
    const written = handle?.(node, parent, state, info) ?? ''
    const [fence = 0, ...inner] = [...written.matchAll(/^[^\p{L}\n:]*(:{3,})/gmu)].map(
      ([, run = '']) => run.length,
    )
    const longest = Math.max(0, ...inner.slice(0, -1))
    const missing = ':'.repeat(Math.max(0, longest + 1 - fence))
    return missing + written + missing
  }
}

function colonsThatBegin(names: ReadonlySet<string>): readonly Unsafe[] {
  const name = `(?:${[...names].join('|')})`
  return [
    {character: ':', after: `${name}[[{]`, inConstruct: 'phrasing'},
    {character: ':', after: `:${name}(?=[[{\\s]|$)`, atBreak: true},
    {character: ':', after: ':{2,}', atBreak: true},
  ]
}

/**
 * An image is written with its text first: the phrasing that differs between readers takes the place of an
 * empty one.
 */
function withDirectives(handle: Handle): Handle {
  return Object.assign<Handle, {peek: () => string}>(
    (node: Image | ImageReference, parent, state, info) => {
      const {alternative: children} = node
      if (children === undefined) return handle(node, parent, state, info)
      const opening = '!['
      const exit = state.enter('label')
      const label = state.containerPhrasing(
        {type: 'paragraph', children},
        {...info, before: opening, after: ']'},
      )
      exit()
      const image = handle({...node, alt: ''}, parent, state, info)
      return `${opening}${label}${image.slice(opening.length)}`
    },
    {peek: () => '!'},
  )
}
