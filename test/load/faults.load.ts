import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, renameSync, rmSync, truncateSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, onTestFinished, test} from 'vitest'
import {numberOf, type Served, serve, serveWithLog} from '../support/serve.ts'
import {folderWith, writeIn} from '../support/temporary.ts'
import {mebibytes, tell} from './amounts.ts'
import {projectWith} from './project.ts'

const known = '/v1/articles/page-0?audience=patient&format=html'
const cold = '/v1/articles/page-1?audience=patient&format=html'

/**
 * Requests a known variant until it is stopped; gives statuses and tags, each once, and how often it was
 * answered.
 */
function keepAsking(served: Pick<Served, 'get'>): () => Promise<{seen: readonly string[]; count: number}> {
  const seen = new Set<string>()
  let count = 0
  let isDone = false
  const asking = (async () => {
    while (!isDone) {
      const answer = await served.get(known)
      await answer.arrayBuffer()
      seen.add(`${answer.status} ${answer.headers.get('etag')}`)
      count++
    }
  })()
  return async () => {
    isDone = true
    await asking
    return {seen: [...seen], count}
  }
}

async function untilStatus(served: Pick<Served, 'get'>, path: string, status: number): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt++) {
    if ((await served.get(path)).status === status) return
    await wait(50)
  }
  throw new Error(`${path} did not become ${status}`)
}

test('workers are killed in the middle of their work: it costs the source that did it', async () => {
  const config = {workers: 2, queue: 60, heapMegabytes: 64, timeout: 20_000}
  const served = await serve(folderWith(projectWith(2, config)))
  const stop = keepAsking(served)
  const hostile = `${'*a* '.repeat(20)}\n\n`.repeat(6000)
  const answers = await Promise.all(
    Array.from({length: 40}, async (_, index) => {
      const isHostile = index % 4 === 0
      const source = isHostile ? hostile : `Dose ${index}.`
      const {status} = await served.post('/v1/check', {source})
      return {isHostile, status}
    }),
  )
  const statusesOf = (wanted: boolean): string => {
    const counts = new Map<number, number>()
    for (const {isHostile, status} of answers)
      if (isHostile === wanted) counts.set(status, (counts.get(status) ?? 0) + 1)
    return [...counts].map(([status, times]) => `${times} × ${status}`).join(', ')
  }
  const {seen, count} = await stop()
  tell('hostile sources', statusesOf(true))
  tell('sources beside them', statusesOf(false))
  tell('variants meanwhile', `${count} answers`)
  for (const {isHostile, status} of answers) expect(isHostile ? [422, 503] : [200, 503]).toContain(status)
  expect(answers.filter(({isHostile, status}) => isHostile && status === 422).length).toBeGreaterThan(0)
  expect(seen).toHaveLength(1)
  expect((await served.post('/v1/check', {source: 'After.'})).status).toBe(200)
  expect(await numberOf(served, 'parlance_posted_running')).toBe(0)
})

test.each([
  ['the folder of the content', 'content'],
  ['the folder of the project', ''],
])('%s is removed and restored', async (_, name) => {
  const outer = folderWith({})
  const root = join(outer, 'project')
  const files = projectWith(3)
  for (const [path, text] of Object.entries(files)) writeIn(root, path, text)
  const served = await serve(root)
  const before = await (await served.get(known)).text()
  const stop = keepAsking(served)
  for (let time = 0; time < 3; time++) {
    const [folder, aside] = [join(root, name), join(outer, 'aside')]
    if (time < 2) renameSync(folder, aside)
    else rmSync(folder, {recursive: true})
    await untilStatus(served, '/readyz', 503)
    expect(await (await served.get(known)).text()).toBe(before)
    const missing = await served.get(time === 0 ? cold : '/v1/articles/page-2?audience=patient&format=text')
    expect([missing.status, missing.headers.get('retry-after')]).toEqual([503, '5'])
    if (time < 2) renameSync(aside, folder)
    else {
      mkdirSync(folder)
      for (const [path, text] of Object.entries(files)) if (path.startsWith(name)) writeIn(root, path, text)
    }
    await untilStatus(served, '/readyz', 200)
    expect((await served.get(cold)).status).toBe(200)
    expect(await (await served.get(known)).text()).toBe(before)
  }
  const told = served.next('content changed')
  writeIn(root, 'content/page-0.md', '---\ntitle: New\n---\n\nNew text.\n')
  await told
  expect(await (await served.get(known)).text()).toContain('New text.')
  const {seen, count} = await stop()
  tell(
    `without ${name === '' ? 'project' : name}`,
    `${count} answers, statuses ${[...new Set(seen.map(tag => tag.slice(0, 3)))].join(', ')}`,
  )
  expect(seen.length).toBeLessThanOrEqual(2)
  expect(seen.every(tag => tag.startsWith('200 '))).toBe(true)
})

const answersWithFullDisk = 20_000

test('the disk is full: the log loses lines, readers lose nothing', async () => {
  const served = await serveWithLog(folderWith(projectWith(2)), '/dev/full')
  for (let time = 0; time < 2000; time++) await (await served.get(known)).arrayBuffer()
  const before = await numberOf(served, 'process_resident_memory_bytes')
  for (let time = 0; time < answersWithFullDisk; time++) {
    const answer = await served.get(known)
    await answer.arrayBuffer()
    expect(answer.status).toBe(200)
  }
  const after = await numberOf(served, 'process_resident_memory_bytes')
  tell(
    'answers with a full disk',
    `${answersWithFullDisk}; memory ${mebibytes(before)} before, ${mebibytes(after)} after`,
  )
  expect(await served.stop()).toBe(0)
  expect(after / before).toBeLessThan(1.25)
})

/** A small disk of its own, where the system lets us have one. */
function mountSmallDisk(): string | undefined {
  const place = folderWith({})
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], {stdio: 'ignore'})
  } catch {
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', place])
  })
  return place
}

test('once there is room again, the log goes on', async () => {
  const disk = mountSmallDisk()
  if (disk === undefined) {
    tell('a small disk', 'cannot be mounted here: not looked at')
    return
  }
  const file = join(disk, 'log')
  const served = await serveWithLog(folderWith(projectWith(2)), file)
  for (let time = 0; time < 3000; time++) await (await served.get(known)).arrayBuffer()
  const size = readFileSync(file).length
  expect(size).toBeLessThanOrEqual(64 * 1024)
  truncateSync(file)
  for (let time = 0; time < 10; time++) await (await served.get(known)).arrayBuffer()
  await wait(500)
  const lines = readFileSync(file, 'utf8').replaceAll('\0', '').trim().split('\n')
  tell('a disk of 64 KiB', `full at ${size} bytes; once it is emptied, the log goes on`)
  expect(lines.length).toBeGreaterThanOrEqual(10)
  expect(await served.stop()).toBe(0)
})
