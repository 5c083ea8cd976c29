import type {List, ListItem} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import {hang, type Lines, stack} from '../lines.ts'

/** Items under one another, their text in line; numbers are aligned at the right. */
export function list(node: List, context: PlainTextContext): Lines {
  const isLoose = Boolean(node.spread) || node.children.some(item => item.spread)
  const first = node.start ?? 1
  const digits = String(first + node.children.length - 1).length
  const items = node.children.map((item, index) => {
    const bullet = node.ordered ? `${String(first + index).padStart(digits)}. ` : '- '
    const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : ''
    const mark = bullet + box
    return hang(mark, itemLines(item, isLoose, context.narrower(mark.length)))
  })
  return isLoose ? stack(items) : items.flat()
}

/** In a tight list a list within an item follows at once. */
function itemLines(item: ListItem, isLoose: boolean, context: PlainTextContext): Lines {
  if (isLoose) return context.flow(item.children)
  const runs: Lines[] = []
  for (const child of item.children) {
    const lines = context.flow([child])
    const before = child.type === 'list' ? runs.pop() : undefined
    runs.push(before === undefined ? lines : [...before, ...lines])
  }
  return stack(runs)
}
