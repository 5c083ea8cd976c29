import type {NodeTable} from './node-table.ts'

/**
 * A node of a syntax that Parlance does not know, from a parser that a caller brought: JSX and expressions of MDX, formulas. It is
 * handed on where its place is selected; what stands in it is Markdown like any other.
 */
export interface ForeignParent {
  readonly type: string
  readonly children: readonly {readonly type: string}[]
}

/** Whether a node is code of MDX: an expression, an import or an element of JSX. Its text is no text of the page. */
export function isMdx({type}: {readonly type: string}): boolean {
  return type.startsWith('mdx')
}

/** Whether a node is phrasing. */
const phrasing = {
  blockquote: false,
  branch: false,
  break: true,
  callout: false,
  calloutTitle: false,
  citation: true,
  code: false,
  containerDirective: false,
  crossReference: true,
  definition: false,
  delete: true,
  emphasis: true,
  footnoteDefinition: false,
  footnoteReference: true,
  fragment: false,
  heading: false,
  html: false,
  image: true,
  imageReference: true,
  inlineCode: true,
  leafDirective: false,
  link: true,
  linkReference: true,
  list: false,
  listItem: false,
  paragraph: false,
  place: false,
  root: false,
  safety: false,
  say: true,
  span: true,
  strong: true,
  table: false,
  tableCell: false,
  tableRow: false,
  term: true,
  text: true,
  textDirective: true,
  thematicBreak: false,
  variants: false,
  yaml: false,
} satisfies NodeTable<boolean>

const phrasingOfMdx: ReadonlySet<string> = new Set(['mdxJsxTextElement', 'mdxTextExpression'])

/** Whether a node of another syntax holds phrasing; what begins with something else holds flow. */
export function holdsPhrasing({children}: ForeignParent): boolean {
  const table: Readonly<Record<string, boolean | undefined>> = phrasing
  return children.some(({type}) => table[type] === true || phrasingOfMdx.has(type))
}
