import {expect, test} from 'vitest'
import {blockMatrix} from '../../support/block-matrix.ts'
import {byEffort} from '../../support/effort.ts'
import {formatPages} from '../../support/format-pages.ts'
import {type FormatterName, formatterNames} from '../../support/formatters.ts'
import {generatedPages} from '../../support/generated-pages.ts'
import {isHarmless, isUntraceable} from '../../support/harmless-changes.ts'
import {documentedPages, fixturePages, projectPages, type SamplePage} from '../../support/sample-pages.ts'

/** Pages, and of how many of them each formatter gets one. */
const sets: Readonly<Record<string, readonly [pages: readonly SamplePage[], step: number]>> = {
  fixtures: [fixturePages(), byEffort(12, 3, 1)],
  projects: [await projectPages(), byEffort(4, 2, 1)],
  documentation: [documentedPages(), byEffort(16, 4, 1)],
  blocks: [blockMatrix(), byEffort(44, 11, 1)],
  generated: [generatedPages(byEffort(30, 30, 300)), byEffort(16, 4, 1)],
}

/** Sets whose pages these formatters leave without an error. */
const sound: Readonly<Partial<Record<FormatterName, readonly string[]>>> = {
  'remark with the syntax of Parlance': ['projects', 'blocks', 'generated'],
  'remark with the syntax of Parlance, common options': ['projects', 'blocks', 'generated'],
  'markdownlint --fix': ['fixtures', 'projects', 'blocks', 'generated'],
}

/** A share of the pages for each formatter, another one for the next. */
function pagesFor(set: string, name: FormatterName): readonly SamplePage[] {
  const [pages, step] = sets[set] ?? [[], 1]
  const first = formatterNames.indexOf(name)
  return pages
    .filter((_, at) => (at + first) % step === 0)
    .filter(({texts}) => !isUntraceable(name, Object.values(texts)))
}

const cases = formatterNames.flatMap(name => Object.keys(sets).map(set => [set, name] as const))

test.each(cases)(
  '%s, formatted by %s, read the same or have an error',
  {timeout: 3_600_000},
  async (set, name) => {
    const formatted = await formatPages(pagesFor(set, name), name)
    expect(formatted).not.toEqual([])
    const changed = formatted.filter(
      ({page, judgment: {verdict}}) =>
        verdict === 'different' ||
        (verdict === 'rearranged' && !isHarmless(name, page.name)) ||
        (verdict === 'error' && sound[name]?.includes(set)),
    )
    expect(changed.map(({page, texts, judgment}) => ({page: page.name, texts, judgment}))).toEqual([])
    // Examples of mistakes have errors before; hardly any other page has.
    const unsound = formatted.filter(({judgment}) => judgment.verdict === 'unsound')
    if (set !== 'documentation') expect(unsound.map(({page}) => page.name)).toEqual([])
  },
)
