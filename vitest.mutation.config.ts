import {defineConfig} from 'vitest/config'
import {clientScripts} from './src/bundling/client-scripts.ts'
import {keptThread} from './test/support/kept-thread.ts'

/**
 * Unit tests of the phases that decide what a reader sees: quick, since `npm run test:mutation` runs them for
 * each mutant.
 */
export default defineConfig({
  plugins: [clientScripts(), keptThread()],
  test: {
    include: [
      'test/unit/{language,select,number}/**/*.test.ts',
      'test/unit/analyze/conditions.test.ts',
      'test/unit/checks/residue/{block-text,find-*}.test.ts',
      'test/unit/checks/visibility/{copies,faults,printed-works,sight,spoken}.test.ts',
    ],
    setupFiles: ['test/support/forget-mutant.ts'],
    isolate: false,
    // The thread stays for many runs, each of which listens to it.
    execArgv: ['--no-warnings'],
  },
})
