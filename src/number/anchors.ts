import type {Nodes} from 'mdast'
import type {NumberedFootnote, Selection} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'
import {walkWithNotes} from './footnotes.ts'

/** Ids that two elements of one variant share: a link to them would lead to the first only. */
export function reportAnchors(
  selection: Selection,
  notes: readonly NumberedFootnote[],
  report: Report,
): void {
  const seen = new Map<string, Nodes>()
  walkWithNotes(selection.root, notes, node => {
    const id = node.data?.id
    if (id === undefined) return
    const first = seen.get(id)
    if (first === undefined) {
      seen.set(id, node)
      return
    }
    const {file} = first.data ?? {}
    const line = first.position?.start.line ?? 1
    const where = file === undefined ? `line ${line}` : `line ${line} of \`${file}\``
    const detail = `The id \`${id}\` stands here and in ${where}`
    report('anchor-duplicate', {place: node, actual: id, detail, audiences: [selection.reader.audience]})
  })
}
