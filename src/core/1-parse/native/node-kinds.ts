/** Nodes that hold phrasing. */
export const phrasingParents: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'textDirective',
  'leafDirective',
])
export const parents: ReadonlySet<string> = new Set([
  ...phrasingParents,
  'root',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'footnoteDefinition',
  'containerDirective',
])
/** Nodes that hold phrasing and stand in no phrasing. */
export const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'leafDirective'])
export const quotes: ReadonlySet<string> = new Set(['blockquote', 'footnoteDefinition'])
export const links: ReadonlySet<string> = new Set(['link', 'linkReference'])
