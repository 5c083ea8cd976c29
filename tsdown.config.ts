import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {defineConfig, type Rolldown, type UserConfig} from 'tsdown'
import {clientScripts} from './src/bundling/client-scripts.ts'

/**
 * What stays beside the command line: packages that find files of their own, that hold native code, that are
 * optional, or that only commands need which run for long.
 */
const beside = [
  'bullmq',
  'chokidar',
  'citeproc',
  'hono',
  'ioredis',
  'jiti',
  'pino',
  'prom-client',
  'satteri',
  'tinypool',
  'vscode-languageserver',
  '@asteasolutions/zod-to-openapi',
  '@clack/prompts',
  '@hono/node-server',
  '@hono/zod-openapi',
]

const scripts = clientScripts()

const isBeside = (id: string): boolean => beside.some(name => id === name || id.startsWith(`${name}/`))

const common = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  clean: false, // one would remove what the other has built
  // Citation.js has ES modules, and no side effects that are needed. Its code for the network stays out.
  inputOptions: {resolve: {mainFields: ['module', 'main']}},
  treeshake: {moduleSideEffects: [{test: /node_modules\/@citation-js\//, sideEffects: false}]},
} satisfies UserConfig

/** The library: small packages for rare formats are in it, all others beside it. */
const library = defineConfig({
  ...common,
  entry: {
    index: 'src/index.ts',
    project: 'src/project/index.ts',
    astro: 'src/faces/astro/index.ts',
    bibtex: 'src/adapters/bibtex/index.ts',
    csl: 'src/adapters/csl/index.ts',
    eleventy: 'src/faces/eleventy/index.ts',
    readability: 'src/api/readability.ts',
    server: 'src/faces/server/web/index.ts',
    'server-node': 'src/faces/server/node/index.ts',
    remark: 'src/faces/remark/index.ts',
    vite: 'src/faces/vite/index.ts',
    vitest: 'src/faces/vitest/index.ts',
    'vitest-plugin': 'src/faces/vitest/plugin.ts',
  },
  dts: true,
  plugins: [scripts, licenses('third-party.txt')],
  // The page at `/docs` needs no other network.
  copy: ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'].map(file => ({
    from: `node_modules/swagger-ui-dist/${file}`,
    to: 'dist/swagger-ui',
  })),
})

/**
 * The command line and all threads, with nearly all that they need in few files: most of their start is
 * looking for files.
 */
const commandLine = defineConfig({
  ...common,
  entry: {
    cli: 'src/faces/cli/index.ts',
    'cli-library': 'src/index.ts',
    'cli-program': 'src/faces/cli/program.ts',
    'submission-worker': 'src/faces/server/node/submission-worker.ts',
    'render-worker': 'src/project/build/render-worker.ts',
    'check-worker': 'src/project/check/check-worker.ts',
    'page-worker': 'src/project/build/page-worker.ts',
  },
  dts: false,
  deps: {alwaysBundle: id => !isBeside(id), neverBundle: beside.map(name => new RegExp(`^${name}(?:/|$)`))},
  define: {PARLANCE_LIBRARY: '"./cli-library.js"'},
  minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
  plugins: [scripts, licenses('cli-third-party.txt')],
})

/** The core and all that it needs in one file: for pages and edge workers without a bundler. */
const browser = defineConfig({
  entry: {browser: 'src/index.ts'},
  format: 'esm',
  platform: 'browser',
  fixedExtension: false,
  clean: false,
  dts: false,
  deps: {alwaysBundle: () => true},
  define: {PARLANCE_WITHOUT_HTML_PARSER: 'true'},
  // Before `browser`: a worker has no DOM that could look up character references.
  inputOptions: {resolve: {conditionNames: ['worker', 'import', 'module', 'default']}},
  outputOptions: {codeSplitting: false},
  treeshake: {moduleSideEffects: [{test: /\/node_modules\/diff\//, sideEffects: false}]}, // it makes differs of all kinds on load
  minify: true,
  plugins: [scripts, typesOfIndex(), licenses('browser-third-party.txt')],
})

export default [library, commandLine, browser]

function typesOfIndex(): Rolldown.Plugin {
  return {
    name: 'types-of-index',
    generateBundle() {
      this.emitFile({type: 'asset', fileName: 'browser.d.ts', source: "export * from './index.js'\n"})
    },
  }
}

/** Their licenses ask that packages in a bundle be named with it. */
function licenses(fileName: string): Rolldown.Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
      const folders = modules.flatMap(
        id => /^\/?[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? [],
      )
      const source = [...new Set(folders)]
        .sort()
        .map(licenseIn)
        .join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({type: 'asset', fileName, source})
    },
  }
}

/** Name and terms of a package, as its folder has them. */
function licenseIn(folder: string): string {
  const {name, version, license, licenses} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const spdx = license ?? licenses?.[0].type // an old form
  const terms = file === undefined ? `Its terms: ${spdx}.` : readFileSync(join(folder, file), 'utf8').trim()
  return `${name} ${version} (${spdx})\n\n${terms}\n`
}
