import {setTimeout as wait} from 'node:timers/promises'
import autocannon, {type Request} from 'autocannon'
import {expect, test} from 'vitest'
import {numberOf, type Served, serve} from '../support/serve.ts'
import {folderWith} from '../support/temporary.ts'
import {amounts, mebibytes, tell} from './amounts.ts'
import {projectWith} from './project.ts'
import {pseudoRandom} from './pseudo-random.ts'

const pages = 40
const batches = 20
/**
 * Batches until caches are full, all code is compiled, and the heap has been as large as it gets between two
 * collections.
 */
const warmUp = 10
/** So small that not all fits: some variants have to be made again and again. */
const cacheBytes = 12 * 1024 * 1024
/** Each with connections of its own, which ask for other things than its neighbors’. */
const generators = 10

/**
 * What `docs/operations.md` says to give the process: caches, the heap of one thread, and what Node itself
 * takes.
 */
const enough = 2 * cacheBytes + (256 + 200) * 1024 * 1024

/**
 * Memory while something goes on. The least of it is what was in use: the rest is waiting to be collected.
 */
class Gauge {
  #isDone = false
  least = Number.POSITIVE_INFINITY
  most = 0

  async watch(served: Pick<Served, 'get'>): Promise<void> {
    while (!this.#isDone) {
      const now = await numberOf(served, 'process_resident_memory_bytes')
      this.least = Math.min(this.least, now)
      this.most = Math.max(this.most, now)
      await wait(250)
    }
  }

  stop(): void {
    this.#isDone = true
  }
}

const pick = <Item>(next: () => number, items: readonly Item[]): Item =>
  items[Math.floor(next() * items.length)] as Item // of a list that is not empty

/** What readers, programs, crawlers and attackers ask for. */
function requestsOf(batch: number, count: number, tags: readonly string[]): readonly Request[] {
  const next = pseudoRandom(batch)
  return Array.from({length: count}, (): Request => {
    const page = Math.floor(next() ** 3 * pages) // few pages are asked for most
    const audience = pick(next, ['clinician', 'patient', 'student'])
    const format = pick(next, ['html', 'html', 'text', 'json'])
    const headers = {'accept-encoding': pick(next, ['br', 'gzip, br', 'gzip', 'identity'])}
    const kind = next()
    if (kind < 0.6) return {path: `/v1/articles/page-${page}?audience=${audience}&format=${format}`, headers}
    if (kind < 0.7)
      return {
        path: '/v1/articles/page-0?audience=patient&format=html',
        headers: {'accept-encoding': 'identity', 'if-none-match': pick(next, tags)},
      }
    if (kind < 0.85)
      return {path: `/${audience}/page-${page}/?utm_source=${Math.floor(next() * 1e9)}`, headers}
    if (kind < 0.88) return {path: `/page-${page}/`, headers}
    if (kind < 0.91) return {path: '/v1/articles?limit=10', headers}
    if (kind < 0.94) return {path: '/v1/audiences', headers}
    if (kind < 0.97) return {path: `/none-${Math.floor(next() * 1e9)}/`, headers}
    if (kind < 0.995)
      return {path: `/v1/articles/page-${page}?audience=x${Math.floor(next() * 1e9)}`, headers}
    return {
      method: 'POST',
      path: '/v1/render',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({source: `Dose ${next()}.`, audience}),
    }
  })
}

test(`${amounts.requests.toLocaleString('en')} requests: no failure, and memory stays what it is`, async () => {
  const served = await serve(folderWith(projectWith(pages, {cacheBytes, timeout: 60_000, queue: 1000})))
  await served.post('/v1/render', {source: 'A thread begins.', audience: 'patient'})
  const first = await served.get('/v1/articles/page-0?audience=patient&format=html', {
    headers: {'accept-encoding': 'identity'},
  })
  const tags = [first.headers.get('etag') ?? '']
  const memory: number[] = []
  let most = 0
  const statuses = new Map<string, number>()
  const amount = Math.ceil(amounts.requests / batches / generators)
  let seconds = 0
  for (let batch = 0; batch < batches; batch++) {
    const gauge = new Gauge()
    const watching = gauge.watch(served)
    const results = await Promise.all(
      Array.from({length: generators}, (_, generator) =>
        autocannon({
          url: served.url,
          connections: Math.min(5, amount),
          amount,
          timeout: 120,
          requests: requestsOf(batch * generators + generator + 1, Math.min(2000, amount), tags),
        }),
      ),
    )
    seconds += Math.max(...results.map(({duration}) => duration))
    for (const {errors, timeouts, requests, statusCodeStats} of results) {
      expect([errors, timeouts, requests.total]).toEqual([0, 0, amount])
      for (const [status, {count}] of Object.entries(statusCodeStats))
        statuses.set(status, (statuses.get(status) ?? 0) + count)
    }
    gauge.stop()
    await watching
    memory.push(gauge.least)
    most = Math.max(most, gauge.most)
    expect(await numberOf(served, 'parlance_cache_bytes')).toBeLessThanOrEqual(cacheBytes)
  }
  const after = memory.slice(warmUp)
  const mean = after.reduce((sum, value) => sum + value, 0) / after.length
  const hits = await numberOf(served, 'parlance_cache_requests_total{result="hit"}')
  const misses = await numberOf(served, 'parlance_cache_requests_total{result="miss"}')
  tell(
    'answers',
    [...statuses].map(([status, count]) => `${status}: ${count.toLocaleString('en')}`).join(', '),
  )
  tell('rate', `${Math.round(amounts.requests / seconds).toLocaleString('en')} requests/s`)
  tell('made again', `${((100 * misses) / (hits + misses)).toFixed(1)} %`)
  tell('memory in use', memory.map(mebibytes).join(', '))
  const apart = Math.max(...after.map(value => Math.abs(value / mean - 1)))
  tell('memory in use after warm-up', `${mebibytes(mean)} ± ${(100 * apart).toFixed(1)} %`)
  tell('most memory at any time', `${mebibytes(most)} of ${mebibytes(enough)}`)
  expect([...statuses.keys()].sort()).toEqual(['200', '304', '400', '404'])
  expect(apart).toBeLessThan(0.1)
  expect(most).toBeLessThan(enough)
})
