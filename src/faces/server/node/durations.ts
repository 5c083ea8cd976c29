/** Upper bounds, in seconds: answers at hand take microseconds, cold ones milliseconds. */
export const buckets: readonly number[] = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]

interface Tally {
  /** By bucket, each without those below it; the last one is beyond all bounds. */
  readonly counts: number[]
  sum: number
}

/**
 * A histogram with one label. That of prom-client looks its labels up anew for each observation, which takes longer than all
 * else that is noted of a request.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#histograms-and-summaries
 */
export class Durations {
  readonly #tallies = new Map<string, Tally>()
  readonly #name: string
  readonly #help: string
  readonly #label: string

  constructor(name: string, help: string, label: string) {
    this.#name = name
    this.#help = help
    this.#label = label
  }

  /**
   * @param value Of the label: letters, digits and dashes.
   * @param seconds What it took.
   */
  observe(value: string, seconds: number): void {
    let tally = this.#tallies.get(value)
    if (tally === undefined) {
      tally = {counts: Array.from({length: buckets.length + 1}, () => 0), sum: 0}
      this.#tallies.set(value, tally)
    }
    let bucket = 0
    while (bucket < buckets.length && seconds > (buckets[bucket] ?? 0)) bucket++
    tally.counts[bucket] = (tally.counts[bucket] ?? 0) + 1
    tally.sum += seconds
  }

  /** In the text format of Prometheus. */
  print(): string {
    const name = this.#name
    const lines = [...this.#tallies].flatMap(([value, {counts, sum}]) => {
      const label = `${this.#label}="${value}"`
      let below = 0
      const rows = counts.map((count, bucket) => {
        below += count
        return `${name}_bucket{le="${buckets[bucket] ?? '+Inf'}",${label}} ${below}`
      })
      return [...rows, `${name}_sum{${label}} ${sum}`, `${name}_count{${label}} ${below}`]
    })
    return [`# HELP ${name} ${this.#help}`, `# TYPE ${name} histogram`, ...lines, ''].join('\n')
  }
}
