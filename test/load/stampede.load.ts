import {Agent} from 'node:http'
import {expect, test} from 'vitest'
import {raw} from '../support/raw-http.ts'
import {numberOf, serve} from '../support/serve.ts'
import {folderWith} from '../support/temporary.ts'
import {tell} from './amounts.ts'
import {projectWith} from './project.ts'

const callers = 200
const pages = 50

test(`${callers} who ask for a cold page at the same time, ${pages} times over: each is made once`, async () => {
  const served = await serve(folderWith(projectWith(pages)))
  const agent = new Agent({keepAlive: true, maxSockets: callers})
  for (let page = 0; page < pages; page++) {
    const path = `/v1/articles/page-${page}?audience=patient&format=html`
    const answers = await Promise.all(
      Array.from({length: callers}, () => raw(served, path, {'accept-encoding': 'identity'}, agent)),
    )
    expect(new Set(answers.map(({status}) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({text}) => text)).size).toBe(1)
  }
  agent.destroy()
  const compiled = await numberOf(served, 'parlance_compilations_total')
  const rendered = await numberOf(served, 'parlance_render_duration_seconds_count{audience="patient"}')
  tell('stampedes', `${callers * pages} requests, ${compiled} compilations, ${rendered} renderings`)
  expect([compiled, rendered]).toEqual([pages, pages])
})
