import {dirname, resolve} from 'node:path'
import {rolldown} from 'rolldown'

interface ClientScripts {
  readonly name: string
  resolveId(source: string, importer: string | undefined): string | undefined
  load(id: string): Promise<string | undefined>
  watchChange(): void
}

const query = '?script'

/**
 * For builds and for Vitest: `import {script} from './client/search.js?script'` gives a script for pages as
 * text. Builds that share the plugin share its scripts.
 */
export function clientScripts(): ClientScripts {
  const scripts = new Map<string, Promise<string>>()
  const scriptOf = (input: string): Promise<string> => {
    const script = scripts.get(input) ?? bundle(input)
    scripts.set(input, script)
    return script
  }
  return {
    name: 'client-scripts',
    resolveId: (source, importer) =>
      importer !== undefined && source.endsWith(query) ? resolve(dirname(importer), source) : undefined,
    load: async id =>
      id.endsWith(query)
        ? `export const script = ${JSON.stringify(await scriptOf(id.slice(0, -query.length)))}`
        : undefined,
    watchChange: () => scripts.clear(),
  }
}

/** A script with all that it imports, minified. */
async function bundle(input: string): Promise<string> {
  const bundled = await rolldown({input, logLevel: 'silent'})
  const {output} = await bundled.generate({format: 'iife', minify: true})
  await bundled.close()
  const script = output[0].code.trim()
  if (script.includes('</script')) throw new Error(`${input} would end the element that holds it`)
  return script
}
