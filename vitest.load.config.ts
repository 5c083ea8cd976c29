import {defineConfig} from 'vitest/config'

/** Load and faults: minutes of traffic on loopback, so not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/load/**/*.load.ts'],
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
})
