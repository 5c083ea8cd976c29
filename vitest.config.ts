import {join} from 'node:path'
import {defineConfig, type TestProjectConfiguration} from 'vitest/config'
import {clientScripts} from './src/bundling/client-scripts.ts'
import {patience} from './test/support/patience.ts'

/** Tests that install the packed package among other tools, or run tools that take long. */
const packed = [
  'test/contract/docs/pages.test.ts',
  'test/contract/documented.test.ts',
  'test/contract/package.test.ts',
  'test/integration/{astro,edge,eleventy,vite,vitest}/**/*.test.ts',
  'test/integration/cli/made-project.test.ts',
  'test/integration/remark/examples.test.ts',
]

/** One test of what a browser shows, for `npm test`. */
const smoke = 'test/browser/smoke.test.ts'

/** Tests that kill processes, or need what is large, for `npm run test:deep`. */
const deep = 'test/**/*.deep.test.ts'

const pack = 'test/support/pack.ts'
const provideBrowser = 'test/support/provide-browser.ts'

/**
 * `npm test` runs the lanes that are quick, with few examples of each property; `--mode full` runs all of
 * them, with many.
 *
 * @see ./package.json
 */
export default defineConfig(({mode}) => ({
  plugins: [clientScripts()],
  test: {
    env: mode === 'full' ? {PARLANCE_FULL: '1'} : {},
    setupFiles: ['test/support/setup.ts'],
    server: {
      deps: {
        // Its modules are written for bundlers: Node reads neither their JSON nor their endings.
        inline: [/@citation-js/],
        // What is built runs as it is.
        external: [join(import.meta.dirname, 'dist')],
      },
    },
    testTimeout: patience,
    hookTimeout: patience,
    expect: {poll: {timeout: patience}},
    coverage: {
      include: ['src/core/**/*.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: {lines: 97},
    },
    // Much of what tests do is waiting for processes that they start.
    maxWorkers: '100%',
    projects: [
      lane('unit', ['test/unit/**/*.test.ts'], {isolate: false}),
      lane('properties', ['test/properties/**/*.test.ts'], {isolate: false}),
      lane('contract', ['test/contract/**/*.test.ts'], {isolate: false, exclude: [...packed, deep]}),
      lane('integration', ['test/integration/**/*.test.ts'], {isolate: false, exclude: [...packed, deep]}),
      lane('deep', [deep]),
      lane('packed', packed, {globalSetup: [pack, provideBrowser]}),
      lane('smoke', [smoke], {globalSetup: [provideBrowser]}),
      lane('browser', ['test/browser/**/*.test.ts'], {exclude: [smoke], globalSetup: [provideBrowser]}),
    ],
  },
}))

function lane(
  name: string,
  include: string[],
  more: {isolate?: boolean; exclude?: string[]; globalSetup?: string[]} = {},
): TestProjectConfiguration {
  return {extends: true, test: {name, include, ...more}}
}
