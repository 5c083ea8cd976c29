import {title} from '../../chrome/plain.ts'
import {numberingFor} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'
import {hang, type Lines, prefix, stack} from '../lines.ts'
import {ranges} from '../printed.ts'
import {wrap} from '../wrap.ts'

/**
 * Entries under the labels of their groups: behind their numbers, aligned at the right, or hanging where the
 * style gives none.
 */
export function references(context: PlainTextContext): Lines {
  const {references: groups, numbered} = numberingFor('references', context.ask)
  if (groups.length === 0) return []
  const digits = Math.max(...groups.flatMap(({entries}) => entries.map(({number}) => String(number).length)))
  const lists = groups.flatMap(({label, entries}) => [
    label === '' ? [] : context.flow([title(3, label)]),
    entries.flatMap(({number, content}) => {
      const mark = numbered ? `${String(number).padStart(digits)}. ` : '    '
      const lines = wrap(ranges(context.phrasing(content), context), context.narrower(mark.length).width)
      return numbered ? hang(mark, lines) : [...lines.slice(0, 1), ...prefix(mark, lines.slice(1))]
    }),
  ])
  return stack([context.flow([title(2, context.labels.references)]), ...lists])
}
