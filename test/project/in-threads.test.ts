import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {inThreads, threadsFor} from '../../src/project/in-threads.ts'
import {folderWith} from '../support/temporary.ts'

const paths = Array.from({length: 9}, (_, number) => `content/${number}.md`)

async function run(worker: string): Promise<readonly string[]> {
  const file = pathToFileURL(join(folderWith({'worker.mjs': worker}), 'worker.mjs')).href
  const results: string[] = []
  for await (const result of inThreads<string>(file, paths, some => ({some}), 2)) results.push(result)
  return results
}

test('results come in the order of the paths, whichever thread is done first', async () => {
  const worker = `export default async ({some}) => {
    await new Promise(done => setTimeout(done, some[0].includes('0') ? 300 : 5))
    return some
  }`
  expect(await run(worker)).toEqual(paths)
})

test('what is thrown in a thread is thrown here', async () => {
  const worker = `export default ({some}) => {
    if (some.includes('content/5.md')) throw new RangeError('No such page')
    return some
  }`
  await expect(run(worker)).rejects.toThrow('No such page')
})

test('pages that take more memory than a thread may have are named, with what to do', async () => {
  const worker = `export default ({some}) => {
    for (const kept = []; some.includes('content/5.md'); ) kept.push(Array.from({length: 1e6}, () => 0.5))
    return some
  }`
  await expect(run(worker)).rejects.toThrow(
    '`content/4.md` or `content/5.md` takes more than the 512 MB that a thread may have: use `--jobs 1`',
  )
})

test.each([
  [1, 500, 1],
  [3, 5, 3],
  ['auto', 99, 1],
] as const)('jobs %j of %d pages: %d', (jobs, pages, threads) => {
  expect(threadsFor(jobs, pages, 100)).toBe(threads)
})
