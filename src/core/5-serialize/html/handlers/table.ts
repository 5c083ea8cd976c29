import {h} from 'hastscript'
import type {Table} from 'mdast'
import {plainText} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'

/**
 * A table in a box of its own that scrolls where the screen is too narrow. What scrolls must be reached by
 * keyboard, and have a name: its column headings.
 */
export const table: HtmlHandler<Table> = (state, node) => {
  const [header, ...body] = node.children.map((row, index) => {
    const cells = row.children.map((cell, column) => {
      const align = node.align?.[column]
      const properties = {...(index === 0 && {scope: 'col'}), ...(align && {align})}
      return h(index === 0 ? 'th' : 'td', properties, state.all(cell))
    })
    return h('tr', cells)
  })
  const names = node.children[0]?.children.map(cell => plainText(cell.children).trim()).filter(Boolean) ?? []
  const parts = [h('thead', header ?? []), ...(body.length > 0 ? [h('tbody', body)] : [])]
  return h(
    'div',
    {className: 'table-box', role: 'region', tabIndex: 0, ariaLabel: names.join(', ') || '–'},
    h('table', parts),
  )
}
