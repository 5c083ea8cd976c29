import {fileURLToPath} from 'node:url'
import {defineConfig} from 'tsdown'

const noNetwork = fileURLToPath(new URL('src/bibtex/no-network.ts', import.meta.url))

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    project: 'src/project/index.ts',
    bibtex: 'src/bibtex/index.ts',
    csl: 'src/csl/index.ts',
    cli: 'src/cli/index.ts',
    'render-worker': 'src/project/render-worker.ts',
  },
  // The library that reads BibTeX is bundled, without its HTTP clients.
  alias: {'sync-fetch': noNetwork, 'node-fetch': noNetwork},
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  clean: true,
})
