import type {Nodes} from 'mdast'

/** Every type of node that mdast, GFM, directives and Parlance know. */
export type NodeType = Nodes['type']

/** One entry for each type: a type that a table lacks is a compile error. */
export type NodeTable<Value> = Readonly<Record<NodeType, Value>>

/**
 * An entry for each type of mdast, GFM and directives, for tables that hold few of them:
 * `{...noMarkdown, heading: true, …}`.
 */
export const noMarkdown = {
  blockquote: false,
  break: false,
  code: false,
  containerDirective: false,
  definition: false,
  delete: false,
  emphasis: false,
  footnoteDefinition: false,
  footnoteReference: false,
  heading: false,
  html: false,
  image: false,
  imageReference: false,
  inlineCode: false,
  leafDirective: false,
  link: false,
  linkReference: false,
  list: false,
  listItem: false,
  paragraph: false,
  root: false,
  strong: false,
  table: false,
  tableCell: false,
  tableRow: false,
  text: false,
  textDirective: false,
  thematicBreak: false,
  yaml: false,
} as const satisfies Partial<NodeTable<false>>

/** Types that mdast, GFM and directives define; the others are ours. */
export type MarkdownType = keyof typeof noMarkdown

/** Types that only analysis makes: a parsed tree holds none of them. */
export type AnalyzedType =
  | 'branch'
  | 'callout'
  | 'calloutTitle'
  | 'citation'
  | 'crossReference'
  | 'fragment'
  | 'place'
  | 'safety'
  | 'say'
  | 'span'
  | 'subscript'
  | 'superscript'
  | 'term'
  | 'variants'

/**
 * The nodes of some types. The default of a switch ends in `node satisfies NodeOf<MarkdownType | …>` with
 * those of Parlance's types that it covers: a type that no case and no default names is a compile error.
 */
export type NodeOf<Type extends NodeType> = Extract<Nodes, {type: Type}>
