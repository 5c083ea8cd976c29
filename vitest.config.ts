import {join} from 'node:path'
import {defineConfig} from 'vitest/config'
import {clientScripts} from './src/bundling/client-scripts.ts'

export default defineConfig({
  plugins: [clientScripts()],
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/setup.ts'],
    server: {
      deps: {
        // Its modules are written for bundlers: Node reads neither their JSON nor their endings.
        inline: [/@citation-js/],
        // What is built runs as it is.
        external: [join(import.meta.dirname, 'dist')],
      },
    },
    // For what hangs: no machine is so busy that what works takes this long.
    testTimeout: 300_000,
    // Much of what tests do is waiting for processes that they start.
    maxWorkers: '100%',
    hookTimeout: 300_000,
  },
})
