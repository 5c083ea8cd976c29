import {defineConfig} from 'vitest/config'

/** Queues and workers over a Redis of its own: needs Debian’s `redis-server`, so not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/integration/queue/**/*.fleet.ts'],
    globalSetup: ['test/integration/queue/needs-redis.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
    reporters: ['verbose'],
    disableConsoleIntercept: true,
  },
})
