import {dirname, resolve} from 'node:path'
import {rolldown} from 'rolldown'

interface ClientScripts {
  readonly name: string
  resolveId(source: string, importer: string | undefined): string | undefined
  load(id: string): Promise<string | undefined>
}

const query = '?script'

/** For builds and for Vitest: `import {script} from './client/search.js?script'` gives a script for pages as text. */
export function clientScripts(): ClientScripts {
  return {
    name: 'client-scripts',
    resolveId: (source, importer) =>
      importer !== undefined && source.endsWith(query) ? resolve(dirname(importer), source) : undefined,
    load: async id =>
      id.endsWith(query)
        ? `export const script = ${JSON.stringify(await bundled(id.slice(0, -query.length)))}`
        : undefined,
  }
}

/** A script with all that it imports, minified. */
async function bundled(input: string): Promise<string> {
  const bundle = await rolldown({input, logLevel: 'silent'})
  const {output} = await bundle.generate({format: 'iife', minify: true})
  await bundle.close()
  const script = output[0].code.trim()
  if (script.includes('</script')) throw new Error(`${input} would end the element that holds it`)
  return script
}
