import type {CheckedPage} from '../../../project/index.ts'
import type {CheckOutput} from './json-schema.ts'

/** What was found of each page, as `schemas/check-report.json` describes it. */
export function jsonReport(pages: readonly CheckedPage[]): string {
  const count = (wanted: string): number =>
    pages.reduce((sum, {messages}) => sum + messages.filter(({severity}) => severity === wanted).length, 0)
  const output: CheckOutput = {
    version: 1,
    pages: pages.map(({readers: _, ...page}) => page) as CheckOutput['pages'], // the same, but for `readonly`
    summary: {
      pages: pages.length,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('info'),
    },
  }
  return `${JSON.stringify(output, null, 2)}\n`
}
