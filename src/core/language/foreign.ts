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

const phrasing = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
  'strong',
  'text',
  'textDirective',
])

/** Whether a node of another syntax holds phrasing; what begins with something else holds flow. */
export function holdsPhrasing({children}: ForeignParent): boolean {
  return children.some(({type}) => phrasing.has(type) || isOwnPhrasing(type))
}

function isOwnPhrasing(type: string): boolean {
  return ['span', 'say', 'citation', 'term', 'crossReference'].includes(type)
}
