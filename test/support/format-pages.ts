import {type FormatterName, formatters} from './formatters.ts'
import {type Judgment, judge, type Readings, readingsOf} from './same-readings.ts'
import type {SamplePage, Texts} from './sample-pages.ts'

export interface FormattedPage {
  readonly page: SamplePage
  /** Its files as the formatter leaves them. */
  readonly texts: Texts
  readonly judgment: Judgment
}

/** Let a formatter loose on pages with all their files, and judge what their readers get then. */
export async function formatPages(
  pages: readonly SamplePage[],
  name: FormatterName,
): Promise<readonly FormattedPage[]> {
  const sources = [...new Set(pages.flatMap(({texts}) => Object.values(texts)))]
  const formatted = await formatters[name](sources)
  const results = new Map(sources.map((source, at) => [source, formatted[at] ?? '']))
  return pages.map(page => {
    const texts = Object.fromEntries(
      Object.entries(page.texts).map(([path, text]) => [path, results.get(text) ?? text]),
    )
    const before = readingsBefore(page)
    const unchanged = Object.entries(texts).every(([path, text]) => page.texts[path] === text)
    return {page, texts, judgment: judge(before, unchanged ? before : readingsOf(page.compile(texts)))}
  })
}

const known = new WeakMap<SamplePage, Readings>()

function readingsBefore(page: SamplePage): Readings {
  const readings = known.get(page) ?? readingsOf(page.compile(page.texts))
  known.set(page, readings)
  return readings
}
