import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect, test} from 'vitest'
import {inThreads, threadsFor} from '../../../src/project/build/in-threads.ts'
import {folderWith} from '../../support/temporary.ts'

const pathsOf = (count: number): readonly string[] =>
  Array.from({length: count}, (_, number) => `content/${number}.md`)
const paths = pathsOf(9)

async function run(worker: string, paths = pathsOf(9)): Promise<readonly string[]> {
  const file = pathToFileURL(join(folderWith({'worker.mjs': worker}), 'worker.mjs')).href
  const results: string[] = []
  for await (const result of inThreads<string>(file, paths, path => ({path}), 2)) results.push(result)
  return results
}

test('results come in the order of the paths, whichever thread is done first', async () => {
  const worker = `export default async ({path}) => {
    await new Promise(done => setTimeout(done, path.includes('0') ? 300 : 5))
    return path
  }`
  expect(await run(worker)).toEqual(paths)
})

test('many pages take one thread after the other, each page once and in order', async () => {
  const worker = `import {threadId} from 'node:worker_threads'
    let pages = 0
    export default ({path}) => path + ' ' + threadId + ' ' + ++pages`
  const many = pathsOf(4100)
  const results = (await run(worker, many)).map(result => result.split(' '))
  expect(results.map(([path]) => path)).toEqual(many)
  expect(new Set(results.map(([, thread]) => thread)).size).toBe(6)
  expect(Math.max(...results.map(([, , pages]) => Number(pages)))).toBeLessThanOrEqual(2000)
})

test('what is thrown in a thread is thrown here', async () => {
  const worker = `export default ({path}) => {
    if (path === 'content/5.md') throw new RangeError('No such page')
    return path
  }`
  await expect(run(worker)).rejects.toThrow('No such page')
})

test('a page that takes more memory than a thread may have is named, with what to do', async () => {
  const worker = `export default ({path}) => {
    for (const kept = []; path === 'content/5.md'; ) kept.push(Array.from({length: 1e6}, () => 0.5))
    return path
  }`
  await expect(run(worker)).rejects.toThrow(
    '`content/5.md` takes more than the 512 MB that a thread may have: use `--jobs 1`',
  )
})

test.each([
  [1, 500, 1],
  [3, 5, 3],
  ['auto', 99, 1],
] as const)('jobs %j of %d pages: %d', (jobs, pages, threads) => {
  expect(threadsFor(jobs, pages, 100)).toBe(threads)
})
