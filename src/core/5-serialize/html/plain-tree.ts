import type {Element, ElementContent} from 'hast'
import type {Nodes, Root, RootContent} from 'mdast'
import {
  type CalloutTitle,
  isUnsafeUrl,
  type MarkdownType,
  type NodeOf,
  type Numbering,
  type Selection,
  type Term,
  textToPhrasing,
  withoutMarkup,
} from '../../language/index.ts'
import {placedIn, type RenderContext, renderContextOf} from '../render-context.ts'
import {Converter, isBlock, sanitized} from './blocks.ts'
import {shownTerm} from './handlers/term.ts'
import {hrefTo, termId} from './ids.ts'
import {glossarySection} from './sections/glossary.ts'
import {referencesSection} from './sections/references.ts'

/**
 * A variant as plain mdast, as `mdast-util-to-hast` knows it. What Markdown has no node for says by
 * `data.hName`, `data.hProperties` and `data.hChildren` which element it is; footnotes are GFM's own. Every
 * node is new: others may change it.
 *
 * @see https://github.com/syntax-tree/mdast-util-to-hast#fields-on-nodes
 */
export function plainTree(selection: Selection, numbering: Numbering): Root {
  const context = renderContextOf(selection, numbering)
  const tree = new PlainTree(context)
  const placed = placedIn(context)
  const sections = [
    ...(placed.has('glossary') ? [] : tree.elements(context => glossarySection(context))),
    ...(placed.has('references') ? [] : tree.elements(referencesSection)),
  ]
  const notes = numbering.footnotes.map(({definition}) => tree.copy(definition))
  return {
    type: 'root',
    children: [
      ...tree.copy(selection.root).flatMap(root => root.children),
      ...sections,
      ...notes.flat(),
    ] as RootContent[],
  }
}

/** Nodes of the tree as others know it; what they may hold is as open as what plugins make of it. */
interface PlainNode {
  readonly type: string
  readonly data?: unknown
  readonly children: PlainNode[]
}

type TreePart = Parameters<Converter['make']>[0]

class PlainTree {
  readonly #context: RenderContext
  readonly #converter: Converter

  constructor(context: RenderContext) {
    this.#context = context
    this.#converter = new Converter({labels: context.labels, popovers: false}, false)
  }

  /** What a section or a node is in HTML, as nodes that say so. */
  elements(part: TreePart): PlainNode[] {
    const made = this.#converter.make(part, question => question(this.#context))
    return sanitized(made, false).flatMap(asNode)
  }

  copy(node: Nodes): PlainNode[] {
    const {labels} = this.#context
    const {id} = node.data ?? {}
    const identified = id === undefined ? {} : {id}
    switch (node.type) {
      case 'fragment':
      case 'span':
        return id === undefined
          ? this.#all(node.children)
          : [this.#element(node, node.type === 'span' ? 'span' : 'div', identified)]
      case 'crossReference':
        return [
          this.#plain({
            type: 'link',
            url: hrefTo(node.target),
            children: node.children,
            position: node.position,
          } as Nodes),
        ]
      case 'subscript':
      case 'superscript':
        return [this.#element(node, node.type === 'subscript' ? 'sub' : 'sup', {})]
      case 'heading':
        return [this.#element(node, `h${node.depth}`, identified)]
      case 'safety':
        return [
          this.#element(node, 'section', {...identified, className: ['safety'], ariaLabel: labels.safety}, [
            paragraph('safety-title', [text(labels.safety)]),
          ]),
        ]
      case 'callout': {
        const kind = labels.callouts[node.kind]
        const title = node.children.find((child): child is CalloutTitle => child.type === 'calloutTitle')
        const shown =
          title === undefined
            ? [text(kind)]
            : [
                element('span', {className: ['callout-kind']}, [text(`${kind}: `)]),
                ...this.#all(title.children),
              ]
        const properties = {
          ...identified,
          className: ['callout', `callout-${node.kind}`],
          role: 'note',
          ariaLabel: kind,
        }
        return [this.#element(node, 'aside', properties, [paragraph('callout-title', shown)])]
      }
      case 'calloutTitle':
        return []
      case 'term':
        return this.#term(node)
      case 'citation':
        return this.#inline(node)
      case 'place':
        return this.elements((_, toElements) => toElements([node]).filter(isBlock))
      case 'link':
      case 'image':
        return isUnsafeUrl(node.url) ? [] : [this.#plain(node)]
      case 'branch':
      case 'say':
      case 'variants':
        throw new Error(`Internal error: a selected tree holds a node \`${node.type}\``)
      default:
        return [this.#plain(node satisfies NodeOf<MarkdownType>)]
    }
  }

  #all(nodes: readonly Nodes[]): PlainNode[] {
    return nodes.flatMap(node => this.copy(node))
  }

  /** The same node, without what only we know of it. */
  #plain(node: Nodes): PlainNode {
    const {data, position, ...fields} = node
    const {
      condition: _,
      id: __,
      file: ___,
      badge: ____,
      columns: _____,
      ...others
    } = (data ?? {}) as Record<string, unknown> // ours among those of others
    const children = 'children' in node ? {children: this.#all(node.children as Nodes[])} : {}
    const {children: ______, ...own} = fields as typeof fields & {children?: unknown}
    return {
      ...structuredClone({
        ...own,
        ...(position && {position}),
        ...(Object.keys(others).length > 0 && {data: others}),
      }),
      ...children,
    } as PlainNode
  }

  #element(node: Nodes, hName: string, hProperties: object, before: readonly PlainNode[] = []): PlainNode {
    const plain = this.#plain(node)
    return {
      ...plain,
      data: {...(plain.data as object | undefined), hName, hProperties},
      children: [...before, ...plain.children],
    }
  }

  /** As the handler of terms has it, but that its words may hold nodes of other syntaxes. */
  #term(node: Term): PlainNode[] {
    const {spelledOut, expansion, isFirst, definition} = shownTerm(node, question => question(this.#context))
    const words = this.#all(node.children)
    const shown =
      spelledOut !== undefined
        ? [...this.#all(textToPhrasing(`${spelledOut} (`)), element('abbr', {}, words), text(')')]
        : expansion === undefined
          ? words
          : [element('abbr', {title: withoutMarkup(expansion)}, words)]
    if (!isFirst) return shown
    if (definition === undefined) return [element('dfn', {}, shown)]
    return [
      element('dfn', {title: withoutMarkup(definition)}, [
        element('a', {href: hrefTo(termId(node.id))}, shown),
      ]),
    ]
  }

  /** What a line holds comes in a paragraph. */
  #inline(node: Nodes): PlainNode[] {
    const [made] = sanitized(
      this.#converter.make(
        (_, toElements) => toElements([{type: 'paragraph', children: [node as never]}]),
        question => question(this.#context),
      ),
      false,
    )
    return made?.type === 'element' ? made.children.flatMap(asNode) : []
  }
}

/** An element as a node: with its text for readers of the tree, and its own children for HTML. */
function asNode(content: ElementContent): PlainNode[] {
  if (content.type === 'text') return [text(content.value)]
  if (content.type !== 'element') return []
  const {tagName: hName, properties, children: hChildren} = content
  const words = textOf(content)
  return [
    {
      type: 'element',
      data: {hName, hProperties: properties, hChildren},
      children: words === '' ? [] : [text(words)],
    },
  ]
}

function textOf(element: Element): string {
  return element.children
    .map(child => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')
}

function text(value: string): PlainNode {
  return {type: 'text', value} as unknown as PlainNode // a leaf
}

function paragraph(className: string, children: PlainNode[]): PlainNode {
  return {type: 'paragraph', data: {hProperties: {className: [className]}}, children}
}

function element(hName: string, hProperties: object, children: PlainNode[]): PlainNode {
  return {type: 'element', data: {hName, hProperties}, children}
}
