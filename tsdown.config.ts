import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {defineConfig, type UserConfig} from 'tsdown'

/**
 * What stays beside the command line: packages that find files of their own, that hold native code, that are optional, or that
 * only commands need which run for long.
 */
const beside = [
  'chokidar',
  'citeproc',
  'hono',
  'jiti',
  'pino',
  'prom-client',
  'satteri',
  'tinypool',
  'vscode-languageserver',
  'write-file-atomic',
  '@asteasolutions/zod-to-openapi',
  '@clack/prompts',
  '@hono/node-server',
  '@hono/zod-openapi',
]

const isBeside = (id: string): boolean => beside.some(name => id === name || id.startsWith(`${name}/`))

const common = {
  format: 'esm',
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  clean: false, // one would remove what the other has built
  // Citation.js has ES modules that can be told apart, and no side effects that are needed. Its code for the network stays out.
  inputOptions: {resolve: {mainFields: ['module', 'main']}},
  treeshake: {moduleSideEffects: [{test: /node_modules\/@citation-js\//, sideEffects: false}]},
} satisfies UserConfig

/** The library: small packages for rare formats are in it, all others beside it. */
const library = defineConfig({
  ...common,
  entry: {
    index: 'src/index.ts',
    project: 'src/project/index.ts',
    bibtex: 'src/bibtex/index.ts',
    csl: 'src/csl/index.ts',
    readability: 'src/readability.ts',
    server: 'src/server/index.ts',
    'server-node': 'src/server/node/index.ts',
    vitest: 'src/vitest/index.ts',
    'vitest-plugin': 'src/vitest/plugin.ts',
  },
  dts: true,
  plugins: [licenses('third-party.txt')],
  // The page at `/docs` needs no other network.
  copy: ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'].map(file => ({
    from: `node_modules/swagger-ui-dist/${file}`,
    to: 'dist/swagger-ui',
  })),
})

/** The command line and all threads, with nearly all that they need in few files: most of their start is looking for files. */
const commandLine = defineConfig({
  ...common,
  entry: {
    cli: 'src/cli/index.ts',
    'cli-library': 'src/index.ts',
    'post-worker': 'src/server/node/post-worker.ts',
    'render-worker': 'src/project/render-worker.ts',
    'check-worker': 'src/project/check-worker.ts',
  },
  dts: false,
  deps: {alwaysBundle: id => !isBeside(id), neverBundle: beside.map(name => new RegExp(`^${name}(?:/|$)`))},
  define: {PARLANCE_LIBRARY: '"./cli-library.js"'},
  minify: {compress: true, mangle: false, codegen: {removeWhitespace: true}},
  plugins: [licenses('cli-third-party.txt')],
})

export default [library, commandLine]

/** Puts the licenses of what is bundled beside it. */
function licenses(fileName: string) {
  return {
    name: 'licenses',
    generateBundle(
      this: {emitFile: (file: {type: 'asset'; fileName: string; source: string}) => unknown},
      _: unknown,
      bundle: Readonly<Record<string, {readonly moduleIds?: readonly string[]}>>,
    ) {
      const modules = Object.values(bundle).flatMap(({moduleIds = []}) => moduleIds)
      const folders = new Set(
        modules.flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
      )
      const texts = [...folders].filter(folder => existsSync(join(folder, 'package.json'))).map(licenseIn)
      const source = [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`)
      this.emitFile({type: 'asset', fileName, source})
    },
  }
}

function licenseIn(folder: string): string {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly [field: string]: unknown
  }
  const file = readdirSync(folder).find(file => /^licen[cs]e/i.test(file))
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${String(name)} ${String(version)} (${String(license)})\n${text}`
}
