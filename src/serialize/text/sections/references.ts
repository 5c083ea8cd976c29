import {title} from '../../furniture/title.ts'
import type {Context} from '../context.ts'
import {hang, type Lines, stack} from '../lines.ts'
import {wrap} from '../wrap.ts'

/** Numbered entries under the labels of their groups, all numbers aligned at the right. */
export function references(context: Context): Lines {
  const {references: groups} = context.numbering
  if (groups.length === 0) return []
  const digits = Math.max(...groups.flatMap(({entries}) => entries.map(({number}) => String(number).length)))
  const lists = groups.flatMap(({label, entries}) => [
    label === '' ? [] : context.flow([title(3, label)]),
    entries.flatMap(({number, content}) => {
      const mark = `${String(number).padStart(digits)}. `
      return hang(mark, wrap(context.phrasing(content), context.narrower(mark.length).width))
    }),
  ])
  return stack([context.flow([title(2, context.labels.references)]), ...lists])
}
