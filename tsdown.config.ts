import {defineConfig} from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    project: 'src/project/index.ts',
    bibtex: 'src/bibtex/index.ts',
    csl: 'src/csl/index.ts',
    readability: 'src/readability.ts',
    cli: 'src/cli/index.ts',
    server: 'src/server/index.ts',
    'server-node': 'src/server/node/index.ts',
    'post-worker': 'src/server/node/post-worker.ts',
    vitest: 'src/vitest/index.ts',
    'vitest-plugin': 'src/vitest/plugin.ts',
    'render-worker': 'src/project/render-worker.ts',
    'check-worker': 'src/project/check-worker.ts',
  },
  // Of Citation.js only what is read comes into `bibtex.js`: its ES modules can be told apart, and have no side effects that
  // are needed. Its code for the network stays out.
  inputOptions: {resolve: {mainFields: ['module', 'main']}},
  treeshake: {moduleSideEffects: [{test: /node_modules\/@citation-js\//, sideEffects: false}]},
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  clean: true,
  // The page at `/docs` needs no other network.
  copy: ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'].map(file => ({
    from: `node_modules/swagger-ui-dist/${file}`,
    to: 'dist/swagger-ui',
  })),
})
