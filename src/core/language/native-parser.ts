import type {Position} from 'unist'

/** A node of mdast as a native parser hands it over: its fields are looked at before they are believed. */
export interface NativeNode {
  readonly type: string
  readonly position?: Position | undefined
  readonly children?: readonly NativeNode[]
  readonly [field: string]: unknown
}

/**
 * A parser of CommonMark, GFM, YAML front matter and generic directives that knows no registered names, and
 * is faster than the reference: what `markdownToMdast` of satteri makes, with positions.
 *
 * @see https://satteri.bruits.org/docs/
 */
export type NativeParser = (markdown: string) => NativeNode
