import type {InlineCode} from 'mdast'

/** Between backticks, as many as it takes. Runs of blanks stay as typed. */
export function inlineCode(node: InlineCode): string {
  const value = node.value.replace(/[\t\n\r]/g, ' ')
  const runs = new Set(value.match(/`+/g)?.map(run => run.length))
  let count = 1
  while (runs.has(count)) count++
  const fence = '`'.repeat(count)
  const pad = /^`|`$/.test(value) ? ' ' : ''
  return fence + pad + value + pad + fence
}
