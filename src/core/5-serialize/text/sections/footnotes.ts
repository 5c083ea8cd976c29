import {title} from '../../chrome/plain.ts'
import {footnotesIn} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'
import {hang, type Lines, stack} from '../lines.ts'

/** The notes in order of number, marked as their calls are. */
export function footnotes(context: PlainTextContext): Lines {
  const notes = footnotesIn(context.ask)
  if (notes.length === 0) return []
  const marks = notes.map(({number}) => `[^${number}] `)
  const digits = Math.max(...marks.map(mark => mark.length))
  const lists = notes.map(({definition}, index) => {
    const mark = (marks[index] ?? '').padStart(digits)
    return hang(mark, context.narrower(mark.length).flow(definition?.children ?? []))
  })
  return stack([context.flow([title(2, context.labels.footnotes)]), lists.flat()])
}
