import fc from 'fast-check'
import {compile} from '../../src/index.ts'
import {config, page, write} from './generate.ts'
import type {SamplePage} from './sample-pages.ts'

/** Generated pages, always the same but for `seed`. */
export function generatedPages(count: number, seed = 20_251_130): readonly SamplePage[] {
  return fc.sample(page, {numRuns: count, seed}).map((given, at) => {
    const {source, files, references} = write(given)
    return {
      name: `generated ${at}`,
      texts: {'page.md': source, ...Object.fromEntries(files)},
      compile: texts =>
        compile(texts['page.md'] ?? '', {
          config,
          path: 'page.md',
          slug: 'page',
          references,
          read: path => texts[path],
        }),
    }
  })
}
