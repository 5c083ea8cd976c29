import {Session} from 'node:inspector/promises'

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** What is quick is done so often in a round that the clock can tell. Milliseconds. */
const shortest = 4

/**
 * @typedef {{median: number, low: number, high: number}} Timing Milliseconds: median, and the 10th and 90th
 * percentile.
 * @typedef {(() => unknown) | {prepare: () => unknown, run: (prepared: any) => unknown}} Thing What is
 * prepared is not timed,
 *   and is made again for each time.
 */

/**
 * Time several things in turn, so that a busy machine slows all of them alike.
 *
 * @param {Readonly<Record<string, Thing>>} things
 * @param {number} rounds
 * @returns {Promise<Record<string, Timing>>}
 */
export async function interleave(things, rounds) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(things).map(name => [name, []]))
  /** @type {Record<string, number>} */
  const repeats = {}
  for (let round = -2; round < rounds; round++) {
    for (const [name, thing] of Object.entries(things)) {
      const time = await timeOf(thing, repeats[name] ?? 1)
      repeats[name] ??= Math.min(200, Math.max(1, Math.ceil(shortest / time)))
      if (round >= 0) times[name]?.push(time) // the first two rounds warm up
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => {
      const sorted = [...all].sort((left, right) => left - right)
      const at = share => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
      return [name, {median: median(all), low: at(0.1), high: at(0.9)}]
    }),
  )
}

/** Milliseconds of one time. */
async function timeOf(thing, repeats) {
  const {prepare, run} = typeof thing === 'function' ? {prepare: () => undefined, run: thing} : thing
  const prepared = []
  for (let time = 0; time < repeats; time++) prepared.push(await prepare())
  const start = performance.now()
  for (const one of prepared) {
    const made = run(one)
    if (made instanceof Promise) await made
  }
  return (performance.now() - start) / repeats
}

/**
 * Processor time that functions take with all that they call, in proportion to that of another one; by
 * samples of the profiler, which a busy machine does not change.
 *
 * @param {() => unknown} run
 * @param {{parts: readonly string[], whole: string, rounds: number, repeats: number}} options Names of
 * functions, how many
 *   proportions to take, and how many runs each is of.
 * @returns {Promise<readonly number[]>} One for each round, in order of size.
 */
export async function sharesOf(run, {parts, whole, rounds, repeats}) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', {interval: 200})
  const shares = []
  for (let round = -1; round < rounds; round++) {
    await session.post('Profiler.start')
    for (let time = 0; time < repeats; time++) run()
    const {profile} = await session.post('Profiler.stop')
    const share = samplesBelow(profile, parts) / samplesBelow(profile, [whole])
    if (round >= 0) shares.push(share) // the first round warms up
  }
  session.disconnect()
  return shares.sort((left, right) => left - right)
}

/** Samples in the outermost calls of some functions. */
function samplesBelow({nodes}, names) {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const count = (node, inside) => {
    const isInside = inside || names.includes(node.callFrame.functionName)
    const below = (node.children ?? []).map(id => count(byId.get(id), isInside))
    return below.reduce((sum, samples) => sum + samples, isInside ? node.hitCount : 0)
  }
  return count(nodes[0], false)
}

/** `1.2 ms (1.1–1.4)`. @param {Timing} timing */
export function printTiming({median, low, high}) {
  const digits = median < 0.1 ? 4 : median < 1 ? 3 : median < 10 ? 2 : median < 100 ? 1 : 0
  return `${median.toFixed(digits)} ms (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** `0.08 ×`. @param {number} ratio */
export function printRatio(ratio) {
  return `${ratio < 0.1 ? ratio.toFixed(3) : ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} ×`
}

/**
 * A table of Markdown.
 *
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function printTable(head, rows) {
  const line = cells => `| ${cells.join(' | ')} |`
  return [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows].map(line).join('\n')
}
