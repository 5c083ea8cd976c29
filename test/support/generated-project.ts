import fc from 'fast-check'
import {page, said, write} from './generate.ts'

/**
 * A project of generated pages, each with files of its own that it includes.
 *
 * @param seed The same seed gives the same pages.
 * @returns Texts by path.
 */
export function generatedProject(pages: number, seed: number): Readonly<Record<string, string>> {
  const written = fc.sample(page, {numRuns: pages, seed}).map(one => write(one))
  return {
    'parlance.config.json': JSON.stringify({...said, bibliography: 'refs.json'}),
    'refs.json': JSON.stringify(written[0]?.references ?? []),
    ...Object.fromEntries(
      written.flatMap(({source, files}, at) => {
        const own = (text: string): string => text.replaceAll('file="', `file="p${at}/_`)
        const included = [...files].map(([name, text]) => [`content/p${at}/_${name}`, own(text)])
        return [[`content/p${at}.md`, own(source)], ...included]
      }),
    ),
  }
}
