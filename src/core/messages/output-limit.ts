import type {Limits} from '../language/settings.ts'
import type {Report} from './reporter.ts'

/** Whether an output keeps its bound; reports it where it does not. */
export function withinLimit(output: string, {outputBytes}: Limits, report: Report): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8: most outputs need not be encoded to know.
  if (output.length * 3 <= outputBytes || new TextEncoder().encode(output).length <= outputBytes) return true
  report('limit-exceeded', {detail: `The output has more than ${outputBytes} bytes`})
  return false
}
