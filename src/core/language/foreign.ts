import {type NodeTable, noMarkdown} from './node-table.ts'

/**
 * A node of a syntax that Parlance does not know, from a parser that a caller brought: JSX and expressions of
 * MDX, formulas. It is handed on where its place is selected; what stands in it is Markdown like any other.
 */
export interface ForeignParent {
  readonly type: string
  readonly children: readonly {readonly type: string}[]
}

/**
 * Whether a node is code of MDX: an expression, an import or an element of JSX. Its text is no text of the
 * page.
 */
export function isMdx({type}: {readonly type: string}): boolean {
  return type.startsWith('mdx')
}

/** Whether a node is phrasing. */
const phrasing = {
  ...noMarkdown,
  branch: false,
  break: true,
  callout: false,
  calloutTitle: false,
  citation: true,
  crossReference: true,
  delete: true,
  emphasis: true,
  footnoteReference: true,
  fragment: false,
  image: true,
  imageReference: true,
  inlineCode: true,
  link: true,
  linkReference: true,
  place: false,
  safety: false,
  say: true,
  span: true,
  strong: true,
  subscript: true,
  superscript: true,
  term: true,
  text: true,
  textDirective: true,
  variants: false,
} satisfies NodeTable<boolean>

const phrasingOfMdx: ReadonlySet<string> = new Set(['mdxJsxTextElement', 'mdxTextExpression'])

/** Whether a node of another syntax holds phrasing; what begins with something else holds flow. */
export function holdsPhrasing({children}: ForeignParent): boolean {
  const table: Readonly<Record<string, boolean | undefined>> = phrasing
  return children.some(({type}) => table[type] === true || phrasingOfMdx.has(type))
}
