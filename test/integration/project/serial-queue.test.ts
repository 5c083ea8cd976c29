import {setImmediate} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {serialQueue} from '../../../src/project/build/serial-queue.ts'

test('jobs run one after another, and one that fails holds up no other', async () => {
  const run = serialQueue()
  const events: string[] = []
  const job = (name: string) => async () => {
    events.push(`${name} begins`)
    await setImmediate()
    events.push(`${name} ends`)
    return name
  }
  const failing = async () => {
    events.push('fails')
    throw new Error('for its caller')
  }
  const results = await Promise.allSettled([run(job('a')), run(failing), run(job('b'))])
  expect(events).toEqual(['a begins', 'a ends', 'fails', 'b begins', 'b ends'])
  expect(results.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
