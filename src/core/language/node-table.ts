import type {Nodes} from 'mdast'

/** Every type of node that mdast, GFM, directives and Parlance know. */
export type NodeType = Nodes['type']

/** One entry for each type: a type that a table lacks is a compile error. */
export type NodeTable<Value> = Readonly<Record<NodeType, Value>>

/**
 * The nodes of some types. The default of a switch ends in `node satisfies NodeOf<…>` with the types that it is for: a type that
 * no case and no default names is a compile error.
 */
export type NodeOf<Type extends NodeType> = Extract<Nodes, {type: Type}>
