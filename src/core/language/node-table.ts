import type {Nodes} from 'mdast'

/** Every type of node that mdast, GFM, directives and Parlance know. */
export type NodeType = Nodes['type']

/** One entry for each type: a type that a table lacks is a compile error. */
export type NodeTable<Value> = Readonly<Record<NodeType, Value>>
