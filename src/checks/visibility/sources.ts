import type {Nodes, Table} from 'mdast'
import type {Position} from 'unist'
import {
  type Condition,
  childrenOf,
  type Document,
  type MarkdownType,
  type NodeOf,
} from '../../core/language/index.ts'
import {type Guard, guardWithin} from './guard.ts'
import {isSilent} from './spoken.ts'

/** One node of an analyzed tree: a range of the source, and who may see it. */
export interface Source {
  readonly node: Nodes
  readonly guard: Guard
  /** All that stands below it has the same guard. */
  readonly uniform: boolean
}

/** Every range that a page's text can come from. */
export interface Sources {
  readonly byNode: ReadonlyMap<Nodes, Source>
  /**
   * Those that say something, by the very object of their place: copies share it. What has no place is under
   * `undefined`.
   */
  readonly byPlace: ReadonlyMap<Position | undefined, readonly Source[]>
  readonly citations: readonly Source[]
  readonly terms: readonly Source[]
  readonly calls: readonly Source[]
  readonly groups: readonly Source[]
}

/** The ranges of a document, found once for all its readers. */
export function sourcesOf(document: Document): Sources {
  return document.cache.memoize(sourcesOf, () => new Collector().collect(document))
}

class Collector implements Sources {
  readonly byNode = new Map<Nodes, Source>()
  readonly byPlace = new Map<Position | undefined, Source[]>()
  readonly citations: Source[] = []
  readonly terms: Source[] = []
  readonly calls: Source[] = []
  readonly groups: Source[] = []

  collect({root, visibility}: Document): Sources {
    this.#visit(root, guardWithin(undefined, {is: 'condition', condition: visibility}))
    return this
  }

  /** @param columns Conditions of the columns of the table that the node is a row of. */
  #visit(node: Nodes, around: Guard, columns?: Columns): Source {
    const guard = guardOf(node, around)
    let uniform = true
    for (const [index, child] of childrenOf(node).entries()) {
      const inner = this.#visit(child, guardOfChild(node, index, guard, columns), columnsOf(node))
      uniform &&= inner.uniform && inner.guard === guard
    }
    const source = {node, guard, uniform}
    this.byNode.set(node, source)
    if (!isSilent(node)) {
      const here = this.byPlace.get(node.position)
      if (here === undefined) this.byPlace.set(node.position, [source])
      else here.push(source)
    }
    this.#list(source)
    return source
  }

  #list(source: Source): void {
    const {node} = source
    switch (node.type) {
      case 'citation':
        this.citations.push(source)
        break
      case 'term':
        this.terms.push(source)
        break
      case 'footnoteReference':
        this.calls.push(source)
        break
      case 'say':
      case 'variants':
        this.groups.push(source)
        break
      default:
        node satisfies NodeOf<
          | MarkdownType
          | 'branch'
          | 'callout'
          | 'calloutTitle'
          | 'crossReference'
          | 'fragment'
          | 'place'
          | 'safety'
          | 'span'
          | 'subscript'
          | 'superscript'
        >
    }
  }
}

type Columns = readonly (Condition | undefined)[]

function guardOf(node: Nodes, around: Guard): Guard {
  const condition = node.data?.condition
  const guard = condition === undefined ? around : guardWithin(around, {is: 'condition', condition})
  return node.type === 'footnoteDefinition' ? guardWithin(guard, {is: 'note'}, node.identifier) : guard
}

function guardOfChild(node: Nodes, index: number, guard: Guard, columns: Columns | undefined): Guard {
  if (node.type === 'variants' || node.type === 'say') {
    if (node.children[index]?.omit !== undefined) return guardWithin(guard, {is: 'omitted'})
    return guardWithin(guard, {is: 'branch', branches: node.children.map(({match}) => match), index})
  }
  const condition = node.type === 'tableRow' ? columns?.[index] : undefined
  return condition === undefined ? guard : guardWithin(guard, {is: 'condition', condition})
}

function columnsOf(node: Nodes): Columns | undefined {
  return node.type === 'table' ? (node satisfies Table).data?.columns : undefined
}
