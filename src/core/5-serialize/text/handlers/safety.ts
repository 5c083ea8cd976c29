import type {Safety} from '../../../language/index.ts'
import {columnsOf} from '../columns.ts'
import type {PlainTextContext} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'

/** Columns of a rule where text is not wrapped. */
const unwrapped = 72

/**
 * Set off by rules above and below and a bar at the left, its label in the upper rule. There is no edge at
 * the right: a long line, or a character that is wider than it should be, would break it.
 */
export function safety(node: Safety, context: PlainTextContext): Lines {
  const rule = context.width === 0 ? unwrapped : context.width
  const label = `+-- ${context.labels.safety.toLocaleUpperCase(context.document.locale)} --`
  const above = label + '-'.repeat(Math.max(0, rule - columnsOf(label)))
  const body = prefix('| ', context.narrower(2).flow(node.children))
  return [above, '|', ...body, '|', `+${'-'.repeat(rule - 1)}`]
}
