import type {PhrasingContent, Table, TableCell, TableRow} from 'mdast'
import {markerFor, phrasingFor} from './only.ts'
import {trimmed} from './phrasing.ts'
import {type DitaHandler, type Flow, type Shown, type State, shownTo} from './state.ts'
import {childrenNamed, elementsIn, spanOf, type XmlElement} from './xml.ts'

/**
 * A table of rows and entries. @see
 * https://docs.oasis-open.org/dita/dita/v1.3/os/part3-all-inclusive/langRef/base/table.html
 */
export const calsTable: DitaHandler<Flow> = (element, state) =>
  childrenNamed(element, 'tgroup').map(group => {
    const rowsOf = (part: string): readonly XmlElement[] =>
      childrenNamed(group, part).flatMap(found => childrenNamed(found, 'row'))
    return tableOf(rowsOf('thead'), rowsOf('tbody'), state)
  })

/** A table without spans: `simpletable` and those made from it. */
export const simpleTable: DitaHandler<Flow> = (element, state) => {
  const rows = elementsIn(element)
  const isHead = ({name}: XmlElement): boolean => ['sthead', 'chhead', 'prophead'].includes(name)
  return [
    tableOf(
      rows.filter(isHead),
      rows.filter(row => !isHead(row)),
      state,
    ),
  ]
}

function tableOf(head: readonly XmlElement[], body: readonly XmlElement[], state: State): Table {
  for (const row of head)
    if (shownTo(row, state)?.isConditional)
      state.notes.error('The head of a table is for all its readers', spanOf(row))
  if (head.length > 1)
    state.notes.error('A table has one row as its head', spanOf(head[1] ?? (head[0] as XmlElement)))
  const rows = body.flatMap(row => rowOf(row, state))
  const columns = Math.max(1, ...rows.map(({children}) => children.length))
  const empty: TableRow = {
    type: 'tableRow',
    children: Array.from({length: columns}, (): TableCell => ({type: 'tableCell', children: []})),
  }
  const heads = head.flatMap(row => rowOf(row, state))
  return {type: 'table', children: [...(heads.length === 0 ? [empty] : heads), ...rows]}
}

function rowOf(row: XmlElement, state: State): TableRow[] {
  const shown = shownTo(row, state)
  if (shown === undefined) return []
  const cells = elementsIn(row).map(entry => cellOf(entry, shown.state))
  const [first, ...more] = cells
  if (first === undefined || !shown.isConditional) return [{type: 'tableRow', children: cells}]
  return [{type: 'tableRow', children: [markedCell(first, shown), ...more]}]
}

function markedCell(cell: TableCell, shown: Shown): TableCell {
  const blank: PhrasingContent[] = cell.children.length === 0 ? [] : [{type: 'text', value: ' '}]
  return {...cell, children: [markerFor(shown), ...blank, ...cell.children]}
}

function cellOf(entry: XmlElement, state: State): TableCell {
  const {namest, nameend, morerows = '0', spanname} = entry.attributes
  if (spanname !== undefined || (namest !== undefined && namest !== nameend) || morerows !== '0')
    state.notes.error('A cell over several rows or columns cannot be carried over', spanOf(entry))
  const shown = shownTo(entry, state)
  if (shown === undefined) return {type: 'tableCell', children: []}
  const blocks = state.flow(entry.children, shown.state)
  const paragraphs = blocks.filter(block => block.type === 'paragraph')
  if (blocks.length > paragraphs.length || paragraphs.length > 1)
    state.notes.error(
      'A cell with more than a line of text cannot be carried over',
      spanOf(entry),
      'Cells of Markdown hold running text: move lists and paragraphs out of the table.',
    )
  return {
    type: 'tableCell',
    children: phrasingFor(trimmed(paragraphs.flatMap(({children}) => children)), shown),
  }
}
