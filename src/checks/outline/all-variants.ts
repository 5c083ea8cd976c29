import type {FootnoteDefinition, Nodes, PhrasingContent, RootContent, Table} from 'mdast'
import {
  type Branch,
  type Condition,
  type Document,
  describeBranch,
  type Fragment,
  type MarkdownType,
  type NodeOf,
  plainText,
  type Say,
  type SelectedTerm,
  type Selection,
  type Span,
  type TextGroup,
  type Variants,
} from '../../core/language/index.ts'

/**
 * A page with every wording of it at once, each with a badge that names its readers. It is for authors alone:
 * it must not be published, cached or built.
 */
export function allVariants(document: Document): Selection {
  const footnotes = new Map<string, FootnoteDefinition>()
  const exposer = new AllVariantsView(document, footnotes)
  const title = titleOf(document)
  const children = [...title, ...exposer.flow(document.root.children)]
  const terms = [...document.glossary.values()].map((entry): [string, SelectedTerm] => {
    const {id, term, expansion, definition} = entry
    const [spelledOut, explained] = [expansion, definition].map(group => group && joined(group))
    return [id, {id, term: joined(term), expansion: spelledOut, definition: explained}]
  })
  return {
    document,
    reader: {audience: document.audiences[0] ?? '', dimensions: new Map()},
    root: {...document.root, children},
    footnotes,
    terms: new Map(terms.filter(([id]) => exposer.terms.has(id))),
    title: undefined,
    description: undefined,
    followUp: undefined,
    disclaimer: undefined,
    fallbacks: [],
    messages: [],
  }
}

class AllVariantsView {
  readonly terms = new Set<string>()

  constructor(
    readonly document: Document,
    readonly footnotes: Map<string, FootnoteDefinition>,
  ) {}

  flow(nodes: readonly RootContent[]): RootContent[] {
    return nodes.flatMap(node => this.#expose(node) as RootContent[]) // flow stays flow
  }

  #all(nodes: readonly Nodes[]): Nodes[] {
    return nodes.flatMap(node => this.#expose(node))
  }

  #expose(node: Nodes): Nodes[] {
    const {condition, ...data} = node.data ?? {}
    const badge = condition === undefined ? {} : {badge: this.#describe(condition)}
    switch (node.type) {
      case 'variants':
        return [this.#group(node)]
      case 'say':
        return [this.#say(node)]
      case 'footnoteDefinition':
        this.footnotes.set(node.identifier, this.#copy(node, {...data, ...badge}) as FootnoteDefinition)
        return []
      case 'footnoteReference':
        return [node]
      case 'crossReference':
        return node.page === undefined ? [this.#copy(node, data)] : this.#all(node.children)
      case 'image': {
        const {alternative, ...image} = node
        return [alternative === undefined ? node : {...image, alt: plainText(alternative)}]
      }
      case 'table':
        return [this.#table(node)]
      case 'term':
        this.terms.add(node.id)
        return [this.#copy(node, data)]
      default:
        return [
          this.#copy(
            node satisfies NodeOf<
              | MarkdownType
              | 'branch'
              | 'callout'
              | 'calloutTitle'
              | 'citation'
              | 'fragment'
              | 'place'
              | 'safety'
              | 'span'
              | 'subscript'
              | 'superscript'
            >,
            {...data, ...badge},
          ),
        ]
    }
  }

  #copy(node: Nodes, data: Nodes['data']): Nodes {
    if (!('children' in node)) return {...node, data} as Nodes // the same kind
    return {...node, data, children: this.#all(node.children)} as Nodes // the same kinds of children
  }

  #group({group, children, position, data}: Variants): Fragment {
    const branches = children.map(
      (branch): Fragment => ({
        type: 'fragment',
        data: {badge: badgeOf(branch)},
        children: this.flow(branch.children),
        ...(branch.position && {position: branch.position}),
      }),
    )
    return {
      type: 'fragment',
      data: {...data, badge: group},
      children: branches,
      ...(position && {position}),
    }
  }

  #say({children, position, data}: Say): Span {
    const branches = children.map(
      (branch): Span => ({
        type: 'span',
        data: {badge: badgeOf(branch)},
        children: this.#all(branch.children) as PhrasingContent[], // a group within a line holds phrasing
      }),
    )
    return {type: 'span', data: {...data}, children: branches, ...(position && {position})}
  }

  /** Rows and columns have no box of their own: their first cell has the badge. */
  #table(node: Table): Table {
    const {columns, condition, ...data} = node.data ?? {}
    const rows = node.children.map((row, index) => {
      const cells = row.children.map((cell, column) => {
        const guards = [
          index === 0 ? columns?.[column] : undefined,
          column === 0 ? row.data?.condition : undefined,
        ]
        const marks = guards
          .filter(guard => guard !== undefined)
          .map((guard): Span => ({type: 'span', data: {badge: this.#describe(guard)}, children: []}))
        // cells hold phrasing
        return {...cell, children: [...marks, ...this.#all(cell.children)] as PhrasingContent[]}
      })
      return {...row, data: {}, children: cells}
    })
    return {...node, data: {...data, ...(condition && {badge: this.#describe(condition)})}, children: rows}
  }

  #describe({audiences, dimensions}: Condition): string {
    const ids = this.document.settings.audiences.ids.filter(id => audiences.has(id))
    const values = [...dimensions].map(([name, allowed]) => `${name} ${[...allowed].join(' or ')}`)
    const isForAll = ids.length === this.document.settings.audiences.ids.length
    return [...(isForAll ? [] : [ids.join(', ') || 'nobody']), ...values].join(' · ') || 'everyone'
  }
}

function badgeOf({match, omit}: Branch): string {
  const readers = describeBranch(match).replaceAll('`', '')
  return omit === undefined ? readers : `${readers}: left out on purpose, ${omit}`
}

function joined({branches}: TextGroup): string {
  return branches.map(({text}) => text).join(' / ')
}

/** Every wording of the title, above the text. */
function titleOf({title}: Document): RootContent[] {
  if (title === undefined) return []
  return title.branches.map(({match, text}): RootContent => {
    const children: PhrasingContent[] = [{type: 'strong', children: [{type: 'text', value: text}]}]
    const isOnly = title.branches.length === 1
    return {
      type: 'paragraph',
      children,
      data: isOnly ? {} : {badge: describeBranch(match).replaceAll('`', '')},
    }
  })
}
