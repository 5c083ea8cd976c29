import {Agent} from 'node:http'
import {expect, test} from 'vitest'
import {raw} from '../support/raw-http.ts'
import {type Served, startServe, untilMetric} from '../support/serve.ts'
import {folderWith} from '../support/temporary.ts'
import {amounts, tell} from './amounts.ts'
import {projectWith} from './project.ts'

const clients = 50

/** Send requests until the server no longer listens; what else happens is in the list. */
async function askUntilRefused(served: Served, path: string, failures: unknown[]): Promise<number> {
  const agent = new Agent({keepAlive: true, maxSockets: 1})
  let answered = 0
  try {
    for (;;) {
      const {status} = await raw(served, path, {}, agent)
      if (status === 200) answered++
      else failures.push(status)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') failures.push(error)
  } finally {
    agent.destroy()
  }
  return answered
}

test(`SIGTERM while ${clients} clients ask as fast as they can, ${amounts.rounds} times: no request is cut`, async () => {
  const folder = folderWith(projectWith(10, {timeout: 60_000}))
  let answered = 0
  let posted = 0
  for (let round = 0; round < amounts.rounds; round++) {
    const served = await startServe(folder, {args: ['--deadline', '60']})
    const failures: unknown[] = []
    const asking = Array.from({length: clients}, (_, client) =>
      askUntilRefused(served, `/v1/articles/page-${client % 10}?audience=patient`, failures),
    )
    const source = 'A *word* and [another](x) of `code`.\n\n'.repeat(1000)
    const slow = served.post('/v1/check', {source})
    await untilMetric(served, 'parlance_posted_running', 1)
    const stopped = served.stop('SIGTERM')
    expect((await slow).status).toBe(200)
    posted++
    for (const count of await Promise.all(asking)) answered += count
    expect(failures).toEqual([])
    expect(await stopped).toBe(0)
  }
  tell(
    'SIGTERM',
    `${amounts.rounds} times, ${answered.toLocaleString('en')} answers, ${posted} of them to posted sources under way, 0 cut`,
  )
})
