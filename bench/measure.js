/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/**
 * Time several things in turn, so that a busy machine slows all of them alike.
 *
 * @param {Readonly<Record<string, () => unknown>>} things
 * @param {number} rounds
 * @returns {Record<string, {median: number, low: number, high: number}>} Milliseconds: median, and the 10th and 90th percentile.
 */
export function interleave(things, rounds) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(things).map(name => [name, []]))
  for (let round = -2; round < rounds; round++) {
    for (const [name, run] of Object.entries(things)) {
      const start = performance.now()
      run()
      if (round >= 0) times[name]?.push(performance.now() - start) // the first two rounds warm up
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = [...all].sort((left, right) => left - right)
      const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
      return [name, {median: median(all), low: at(0.1), high: at(0.9)}]
    }),
  )
}
