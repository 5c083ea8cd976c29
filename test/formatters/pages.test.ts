import {expect, test} from 'vitest'
import {blockMatrix} from '../support/block-matrix.ts'
import {formatPages} from '../support/format-pages.ts'
import {type FormatterName, formatterNames} from '../support/formatters.ts'
import {generatedPages} from '../support/generated-pages.ts'
import {isHarmless} from '../support/harmless-changes.ts'
import {documentedPages, fixturePages, projectPages, type SamplePage} from '../support/sample-pages.ts'

const pages: Readonly<Record<string, readonly SamplePage[]>> = {
  fixtures: fixturePages(),
  projects: await projectPages(),
  documentation: documentedPages(),
  blocks: blockMatrix(),
  generated: generatedPages(process.env.PARLANCE_DEEP === undefined ? 30 : 300),
}

const all = Object.keys(pages)
const written = ['fixtures', 'projects', 'documentation']

/** Formatters that know nothing of directives are held to pages as people write them, those that are safe to every page. */
const held: Readonly<Partial<Record<FormatterName, readonly string[]>>> = {
  prettier: written,
  'prettier, prose always wrapped': written,
  'prettier, prose never wrapped': written,
  'prettier, tabs': written,
  'prettier, 4 columns': written,
  'remark with the syntax of Parlance': all,
  'remark with the syntax of Parlance, common options': all,
  'markdownlint --fix': all,
}

const cases = formatterNames.flatMap(name => (held[name] ?? []).map(set => [set, name] as const))

test.each(cases)(
  '%s, formatted by %s, read the same or have an error',
  {timeout: 3_600_000},
  async (set, name) => {
    const formatted = await formatPages(pages[set] ?? [], name)
    const changed = formatted.filter(
      ({page, judgment: {verdict}}) =>
        verdict === 'different' || (verdict === 'rearranged' && !isHarmless(name, page.name)),
    )
    expect(changed.map(({page, texts, judgment}) => ({page: page.name, texts, judgment}))).toEqual([])
    const unsound = formatted.filter(({judgment}) => judgment.verdict === 'unsound')
    expect(unsound.length, 'pages that had errors before').toBeLessThan(formatted.length / 3)
  },
)

test.each<FormatterName>(['remark with the syntax of Parlance', 'markdownlint --fix'])(
  '%s leaves no block with an error',
  {timeout: 600_000},
  async name => {
    const formatted = await formatPages(pages.blocks ?? [], name)
    const broken = formatted.filter(({judgment}) => judgment.verdict === 'error')
    expect(broken.map(({page}) => page.name)).toEqual([])
  },
)
