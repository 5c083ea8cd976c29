import {Histogram, Registry} from 'prom-client'
import {expect, test} from 'vitest'
import {buckets, Durations} from '../../../src/faces/server/node/durations.ts'

test('durations are printed as prom-client prints a histogram', async () => {
  const registry = new Registry()
  const [name, help] = ['parlance_test_seconds', 'Time']
  const ours = new Durations(name, help, 'endpoint')
  const theirs = new Histogram({
    name,
    help,
    labelNames: ['endpoint'],
    buckets: [...buckets],
    registers: [registry],
  })
  for (const endpoint of ['variant', 'none'])
    for (const seconds of [0, 0.0001, 0.00011, 0.3, 5, 5.1, 1000]) {
      ours.observe(endpoint, seconds)
      theirs.observe({endpoint}, seconds)
    }
  expect(ours.print()).toBe(await registry.metrics())
})

test('before the first one there is only its name', () => {
  expect(new Durations('a_seconds', 'Time', 'endpoint').print()).toBe(
    '# HELP a_seconds Time\n# TYPE a_seconds histogram\n',
  )
})
