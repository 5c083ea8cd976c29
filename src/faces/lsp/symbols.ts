import {type DocumentSymbol, type Range, SymbolKind} from 'vscode-languageserver/node'
import {type Document, type OutlineEntry, outlineOf} from '../../internal.ts'
import {contains, firstLineOf, rangeOf} from './places.ts'

const kinds: Readonly<Record<OutlineEntry['kind'], SymbolKind>> = {
  heading: SymbolKind.String,
  group: SymbolKind.Enum,
  branch: SymbolKind.EnumMember,
  part: SymbolKind.Namespace,
  callout: SymbolKind.Event,
  safety: SymbolKind.Key,
}

/** The parts of a page, each with the audiences that get it. */
export function symbolsOf(document: Document): DocumentSymbol[] {
  const all = document.audiences.length
  const toSymbol = ({kind, name, audiences, place, head, children}: OutlineEntry): DocumentSymbol => {
    const range = rangeOf(place)
    const readers = audiences.length === all ? 'everyone' : audiences.join(', ') || 'nobody'
    return {
      name: name === '' ? kind : name,
      detail: readers,
      kind: kinds[kind],
      range,
      selectionRange: within(firstLineOf(head), range),
      children: children.map(toSymbol),
    }
  }
  return outlineOf(document).entries.map(toSymbol)
}

/** The protocol wants the one inside the other. */
function within(inner: Range, outer: Range): Range {
  return contains(outer, inner.end) ? inner : {start: inner.start, end: outer.end}
}
