import {type Format, withoutOwnCode} from '../../internal.ts'
import {blockLines} from './block-lines.ts'

/**
 * A variant as it is kept for review: one block a line, and without the style sheet, script and policy that
 * every page has and that change with Parlance, not with what is written.
 *
 * @param output Of `render`.
 * @param format Of the output.
 */
export function snapshotText(output: string, format: Format): string {
  if (format === 'html') return htmlText(output)
  return format === 'json' ? jsonText(output) : output
}

function htmlText(html: string): string {
  return blockLines(withoutOwnCode(html))
}

/** The HTML inside becomes a list of its lines. */
function jsonText(output: string): string {
  const {value, ...rest} = JSON.parse(output) as {value: string} // as `render` wrote it
  return `${JSON.stringify({value: htmlText(value).trimEnd().split('\n'), ...rest}, null, 2)}\n`
}
