import {Counter, collectDefaultMetrics, Gauge, Histogram, Registry} from 'prom-client'
import type {Observation} from '../web/app.ts'
import type {ProblemKind} from '../web/problem.ts'
import type {Asset} from '../web/target.ts'

/** Upper bounds, in seconds: cached answers take microseconds, cold ones milliseconds. */
const buckets = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]

/** How often something happened that has the same labels. */
interface Tally {
  readonly of: Observation
  count: number
}

type Outcomes = Map<number, Tally>
type Methods = Map<string, Outcomes>
type Audiences = Map<string | undefined, Methods>

/** What is looked up when the numbers are asked for. */
export interface Gauges {
  readonly submissions: () => {readonly running: number; readonly waiting: number}
  readonly pages: () => number
  readonly generation: () => number
  readonly problem: () => boolean
  readonly cacheBytes: () => number
  readonly connections: () => Promise<number>
}

/**
 * What happened so far, in numbers. Labels have few values: names of endpoints, declared audiences, methods,
 * statuses; never an address.
 *
 * @see https://prometheus.io/docs/practices/naming/
 */
export class Metrics {
  readonly #registry = new Registry()
  readonly #requests: Counter
  readonly #durations: Histogram
  readonly #cache: Counter
  readonly #renders: Histogram
  readonly #compilations: Counter
  readonly #posts: Counter
  readonly #refusals: Counter
  /** Answers that are not in the counters yet, by endpoint, audience, method, and what became of them. */
  readonly #tallies = new Map<string, Audiences>()

  constructor(gauges: Gauges) {
    const registers = [this.#registry]
    collectDefaultMetrics({register: this.#registry})
    this.#registry.removeSingleMetric('nodejs_version_info') // no operator needs to know
    this.#requests = new Counter({
      name: 'parlance_http_requests_total',
      help: 'Answers',
      labelNames: ['endpoint', 'method', 'status', 'audience'],
      registers,
    })
    this.#cache = new Counter({
      name: 'parlance_cache_requests_total',
      help: 'Requests for what can be kept, by whether it was at hand',
      labelNames: ['result'],
      registers,
    })
    this.#renders = new Histogram({
      name: 'parlance_render_duration_seconds',
      help: 'Time that variants took which were not at hand, with the compilation where that was needed',
      labelNames: ['audience'],
      buckets,
      registers,
    })
    this.#compilations = new Counter({
      name: 'parlance_compilations_total',
      help: 'Pages that were compiled',
      registers,
    })
    this.#posts = new Counter({
      name: 'parlance_posted_total',
      help: 'Sources that were sent, by what became of them',
      labelNames: ['outcome'],
      registers,
    })
    this.#refusals = new Counter({
      name: 'parlance_http_refused_total',
      help: 'What was no request, or did not become one in time, by the kind of the problem',
      labelNames: ['kind'],
      registers,
    })
    const gauge = (name: string, help: string, value: () => number | Promise<number>): Gauge =>
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await value())
        },
      })
    gauge(
      'parlance_posted_running',
      'Sources that are rendered or checked now',
      () => gauges.submissions().running,
    )
    gauge('parlance_posted_waiting', 'Sources that wait for a thread', () => gauges.submissions().waiting)
    gauge('parlance_cache_bytes', 'Bytes that answers at hand take', gauges.cacheBytes)
    gauge('parlance_connections', 'Open connections', gauges.connections)
    gauge('parlance_articles', 'Articles that are listed', gauges.pages)
    gauge('parlance_content_generation', 'Rises when the content changes', gauges.generation)
    gauge('parlance_content_unreadable', '1 while the content cannot be read', () => Number(gauges.problem()))
    this.#durations = new Histogram({
      name: 'parlance_http_request_duration_seconds',
      help: 'Time until an answer was at hand',
      labelNames: ['endpoint'],
      buckets,
      registers,
    })
  }

  /**
   * Counted in plain maps, which cost a fraction of a counter with labels; the counters get it when they are
   * asked for.
   */
  request(observation: Observation): void {
    const {endpoint, method, status, audience, duration, cached} = observation
    // Map by map: a text of all of them would have to be made and hashed for each request.
    const audiences = within(this.#tallies, endpoint, (): Audiences => new Map())
    const methods = within(audiences, audience, (): Methods => new Map())
    const outcomes = within(methods, method, (): Outcomes => new Map())
    const outcome = status * 3 + (cached === undefined ? 0 : cached ? 1 : 2)
    within(outcomes, outcome, () => ({of: observation, count: 0})).count++
    this.#durations.observe({endpoint}, duration / 1000)
  }

  #count(): void {
    const tallies = [...this.#tallies.values()]
      .flatMap(audiences => [...audiences.values()])
      .flatMap(methods => [...methods.values()])
      .flatMap(outcomes => [...outcomes.values()])
    for (const {of, count} of tallies) {
      const {endpoint, method, status, audience = '', cached} = of
      this.#requests.inc({endpoint, method, status, audience}, count)
      if (cached !== undefined) this.#cache.inc({result: cached ? 'hit' : 'miss'}, count)
    }
    this.#tallies.clear()
  }

  /** @param duration Milliseconds. */
  render(audience: string, duration: number): void {
    this.#renders.observe({audience}, duration / 1000)
  }

  compilation(): void {
    this.#compilations.inc()
  }

  posted(outcome: string): void {
    this.#posts.inc({outcome})
  }

  refusal(kind: ProblemKind): void {
    this.#refusals.inc({kind})
  }

  /** In the text format of Prometheus. */
  async print(): Promise<Asset> {
    this.#count()
    return {type: this.#registry.contentType, body: await this.#registry.metrics()}
  }
}

function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}
