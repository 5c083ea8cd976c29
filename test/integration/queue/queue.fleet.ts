import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {projectWith} from '../../load/project.ts'
import {spawnParlance} from '../../support/cli.ts'
import {generatedProject} from '../../support/generated-project.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'
import {type Running, start, startWorker} from './command.ts'
import {freePort, pause, type RedisServer, startRedis} from './redis-server.ts'

/**
 * The same project in folders of their own, as on machines of their own, and what a plain build of it writes.
 */
function checkouts(count: number, files: Readonly<Record<string, string>>) {
  const folders = Array.from({length: count}, () => folderWith(files))
  const [first = ''] = folders
  const {status} = spawnParlance(['build', '--quiet', '--out', 'plain'], {cwd: first})
  return {folders, plain: contentOf(join(first, 'plain')), status}
}

const build = (cwd: string, queue: string, ...args: readonly string[]): Running =>
  start(cwd, ['build', '--quiet', '--queue', queue, ...args])

/** The build ends as a plain one does, and has written what that writes. */
async function isPlain(running: Running, cwd: string, {plain, status}: ReturnType<typeof checkouts>) {
  expect(await running.ended, running.printed()).toBe(status)
  const built = contentOf(join(cwd, 'dist'))
  expect(Object.keys(built)).toEqual(Object.keys(plain))
  for (const [file, text] of Object.entries(built)) expect(text, file).toBe(plain[file])
}

const built = (cwd: string): number => {
  const folder = join(cwd, 'dist/patient')
  return existsSync(folder) ? readdirSync(folder).length : 0
}

/** Wait until some pages of a build are written, and some are not. */
async function inTheMiddle(cwd: string, running: Running): Promise<void> {
  for (let tries = 0; built(cwd) < 5; tries++) {
    if (tries > 6000) throw new Error(`Nothing is built:\n${running.printed()}`)
    await pause(10)
  }
  expect(existsSync(join(cwd, 'dist/manifest.json')), 'it has ended already').toBe(false)
}

const many = projectWith(150)

describe('a build by workers writes what a plain build writes', () => {
  test('by two, of generated pages, some with errors', async () => {
    const {url} = await startRedis()
    const made = checkouts(3, {
      ...generatedProject(60, 5),
      'content/wrong.md': ':nobody[x]\n',
      'content/linked.md': '[P1](p1.md) and [P2](p2.md)\n',
    })
    expect(made.status).toBe(1)
    const [one = '', two = '', three = ''] = made.folders
    const workers = [await startWorker(one, url), await startWorker(two, url)]
    const running = start(three, ['build', '--queue', url])
    await isPlain(running, three, made)
    expect(running.printed()).toContain('Unknown directive `nobody`')
    for (const worker of workers) worker.kill('SIGTERM')
    expect(await Promise.all(workers.map(({ended}) => ended))).toEqual([0, 0])
    const counts = workers.map(worker => Number(/^(\d+) pages? rendered$/m.exec(worker.printed())?.[1]))
    expect(counts[0]).toBeGreaterThan(0)
    expect(counts[1]).toBeGreaterThan(0)
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(62)
  })

  test('what was made is taken from Redis by the next build, and by one without a queue', async () => {
    const redis = await startRedis()
    const made = checkouts(4, projectWith(5))
    const [worker = '', one = '', two = '', three = ''] = made.folders
    const serving = await startWorker(worker, redis.url)
    await isPlain(build(one, redis.url, '--format', 'html', 'text'), one, made)
    serving.kill('SIGINT')
    expect(await serving.ended).toBe(130)
    const again = start(two, ['build', '--format', 'html', 'text', '--queue', redis.url, '--queue-wait', '2'])
    await isPlain(again, two, made)
    expect(again.printed()).toContain('5 pages from the cache')
    const plain = start(three, ['build', '--format', 'html', 'text', '--cache', redis.url])
    await isPlain(plain, three, made)
    expect(plain.printed()).toContain('5 pages from the cache')
    const lives = await redis.ask(async open =>
      Promise.all((await open.keys('parlance-pages:*')).map(key => open.ttl(key))),
    )
    expect(lives).toHaveLength(10)
    for (const seconds of lives) expect(seconds).toBeGreaterThan(6 * 24 * 3600)
  })

  test('a build without a queue fills a cache in Redis, and the next one takes from it', async () => {
    const {url} = await startRedis()
    const made = checkouts(2, projectWith(5))
    for (const [at, cwd] of made.folders.entries()) {
      const running = start(cwd, ['build', '--cache', url])
      await isPlain(running, cwd, made)
      expect(running.printed().includes('5 pages from the cache')).toBe(at === 1)
    }
  })

  test('a folder as the cache of both; --force makes all again', async () => {
    const redis = await startRedis()
    const made = checkouts(2, projectWith(5))
    const [one = '', two = ''] = made.folders
    const cache = folderWith({})
    const worker = await startWorker(one, redis.url, '--cache', cache)
    await isPlain(build(two, redis.url, '--cache', cache), two, made)
    await isPlain(build(two, redis.url, '--cache', cache, '--force'), two, made)
    worker.kill('SIGTERM')
    await worker.ended
    expect(worker.printed()).toContain('10 pages rendered')
    expect(await redis.ask(open => open.keys('parlance-pages:*'))).toEqual([])
    expect(readdirSync(cache).length).toBeGreaterThan(0)
  })

  test('two builds at once have each page made once', async () => {
    const {url} = await startRedis()
    const made = checkouts(3, projectWith(60))
    const [one = '', two = '', three = ''] = made.folders
    const builds = [build(one, url), build(two, url)]
    const worker = await startWorker(three, url, '--jobs', '2')
    await isPlain(builds[0] as Running, one, made)
    await isPlain(builds[1] as Running, two, made)
    worker.kill('SIGTERM')
    await worker.ended
    expect(worker.printed()).toContain('60 pages rendered')
  })

  test('several queues in one Redis', async () => {
    const {url} = await startRedis()
    const made = checkouts(2, projectWith(3))
    const [one = '', two = ''] = made.folders
    await startWorker(one, url, '--queue-name', 'other')
    const lonely = build(two, url, '--queue-wait', '2')
    expect(await lonely.ended).toBe(2)
    await isPlain(build(two, url, '--queue-name', 'other'), two, made)
  })
})

describe('what goes wrong', () => {
  test('a worker that is killed in the middle', async () => {
    const {url} = await startRedis()
    const made = checkouts(3, many)
    const [one = '', two = '', three = ''] = made.folders
    const doomed = await startWorker(one, url)
    const running = build(three, url)
    await inTheMiddle(three, running)
    doomed.kill('SIGKILL')
    await doomed.ended
    await startWorker(two, url)
    await isPlain(running, three, made)
    expect(childrenOf(doomed.pid)).toEqual([])
  })

  test.each([
    ['that keeps what it stores', true],
    ['that forgets all', false],
  ])('a Redis %s is killed in the middle, and starts again', async (_, keeps) => {
    const redis = await startRedis({keeps})
    const made = checkouts(2, many)
    const [one = '', two = ''] = made.folders
    const worker = await startWorker(one, redis.url)
    const running = build(two, redis.url)
    await inTheMiddle(two, running)
    await redis.restart()
    await isPlain(running, two, made)
    expect(worker.printed()).toMatch(/^Redis is away: waiting until it is back$[\s\S]*^Redis is back$/m)
  })

  test('a Redis that does not come back', async () => {
    const redis = await startRedis()
    const [one = '', two = ''] = checkouts(2, many).folders
    await startWorker(one, redis.url)
    const running = build(two, redis.url, '--queue-wait', '2')
    await inTheMiddle(two, running)
    await redis.kill()
    expect(await running.ended).toBe(2)
    expect(running.printed()).toContain(
      `error: Redis at redis://127.0.0.1:${redis.port} has been away for 2 seconds: connect ECONNREFUSED`,
    )
  })

  test('pages that end, stop or hold up the process that renders them', async () => {
    const redis = await startRedis()
    const made = checkouts(2, projectWith(12))
    const [one = '', two = ''] = made.folders
    for (const cwd of made.folders) {
      writeIn(cwd, 'parlance.config.mjs', poisonable)
      for (const what of ['exit', 'abort', 'throw', 'loop'])
        writeIn(cwd, `content/page-1-${what}.md`, `POISON ${what}\n`)
    }
    const worker = start(
      one,
      ['worker', '--queue', redis.url, '--timeout', '5', '--config', 'parlance.config.mjs'],
      {POISONED: 'yes'},
    )
    await worker.until(/^Rendering pages/m)
    const running = start(two, ['build', '--queue', redis.url, '--config', 'parlance.config.mjs'])
    expect(await running.ended, running.printed()).toBe(1)
    const said = running.printed()
    const ended = 'No worker could render this page. The process that rendered it ended'
    expect(said).toMatch(new RegExp(`page-1-exit\\.md .*render-failed[\\s\\S]*?${ended}`))
    expect(said).toMatch(new RegExp(`page-1-abort\\.md .*render-failed[\\s\\S]*?${ended}`))
    expect(said).toContain('No worker could render this page. Poisoned')
    expect(said).toContain('No worker could render this page. It took longer than 5 seconds')
    expect(said).toContain('12 of 16 pages built in dist')
    expect(worker.printed()).toContain('content/page-1-throw.md: Poisoned')
    expect(contentOf(join(two, 'dist'))).toEqual(made.plain)
    const failed = await redis.ask(open => open.zrange('parlance:parlance:failed', '0', '-1'))
    expect(failed).toHaveLength(4)
    const reasons = await redis.ask(open =>
      Promise.all(failed.map(id => open.hget(`parlance:parlance:${id}`, 'failedReason'))),
    )
    expect(reasons.sort()).toEqual([
      'It took longer than 5 seconds',
      'Poisoned',
      'The process that rendered it ended',
      'The process that rendered it ended',
    ])
    // A build by a worker that can render them tries them again: that they failed once is no mark on them.
    worker.kill('SIGTERM')
    await worker.ended
    await startWorker(one, redis.url, '--config', 'parlance.config.mjs')
    const fixed = build(two, redis.url, '--config', 'parlance.config.mjs')
    expect(await fixed.ended, fixed.printed()).toBe(0)
    expect(readFileSync(join(two, 'dist/patient/page-1-exit/index.txt'), 'utf8')).toContain('POISON exit')
    expect(await redis.ask(open => open.zcard('parlance:parlance:failed'))).toBe(0)
  })

  test('a page that takes its whole worker along is given up after three', async () => {
    const redis = await startRedis()
    const made = checkouts(2, projectWith(12))
    const [one = '', two = ''] = made.folders
    for (const cwd of made.folders) {
      writeIn(cwd, 'parlance.config.mjs', poisonable)
      writeIn(cwd, 'content/page-1-kill.md', 'POISON kill\n')
    }
    const args = ['worker', '--queue', redis.url, '--jobs', '1', '--config', 'parlance.config.mjs']
    const workers = [1, 2, 3, 4].map(() => start(one, args, {POISONED: 'yes'}))
    for (const worker of workers) await worker.until(/^Rendering pages/m)
    const running = start(two, ['build', '--queue', redis.url, '--config', 'parlance.config.mjs'])
    expect(await running.ended, running.printed()).toBe(1)
    expect(running.printed()).toMatch(
      /page-1-kill\.md .*render-failed[\s\S]*?3 workers were lost while they rendered it/,
    )
    expect(contentOf(join(two, 'dist'))).toEqual(made.plain)
  })

  test('workers with other sources than the build', async () => {
    const redis = await startRedis()
    const {url} = redis
    const made = checkouts(3, {
      ...projectWith(2),
      'content/_part.md': 'Part.\n',
      'content/with.md': '::include{file="_part.md"}\n',
    })
    const [page = '', part = '', two = ''] = made.folders
    writeIn(page, 'content/page-1.md', 'Other.\n')
    writeIn(part, 'content/_part.md', 'Other.\n')
    const first = await startWorker(page, url)
    const running = start(two, ['build', '--queue', url])
    expect(await running.ended, running.printed()).toBe(1)
    expect(running.printed()).toContain(
      'No worker could render this page. Its `content/page-1.md` is not that of the build',
    )
    first.kill('SIGTERM')
    await first.ended
    await startWorker(part, url)
    await redis.ask(open => open.flushall())
    const again = start(two, ['build', '--queue', url, '--out', 'again'])
    expect(await again.ended, again.printed()).toBe(1)
    expect(again.printed()).toContain('Workers made it of other files than are here')
    writeIn(part, 'content/_part.md', 'Part.\n')
    await isPlain(build(two, url), two, made)
  })

  test('a worker takes over a configuration that changed, and refuses another', async () => {
    const {url} = await startRedis()
    const made = checkouts(2, projectWith(2))
    const [one = '', two = ''] = made.folders
    await startWorker(one, url)
    await isPlain(build(two, url), two, made)
    const changed = JSON.stringify({
      ...JSON.parse(readFileSync(join(two, 'parlance.config.json'), 'utf8')),
      locale: 'es',
    })
    writeIn(two, 'parlance.config.json', changed)
    const refused = start(two, ['build', '--queue', url])
    expect(await refused.ended).toBe(1)
    expect(refused.printed()).toContain('is not that of the build, or its Parlance, Node or packages are not')
    writeIn(one, 'parlance.config.json', changed)
    const running = build(two, url)
    expect(await running.ended, running.printed()).toBe(0)
  })

  test('workers that put pages elsewhere', async () => {
    const {url} = await startRedis()
    const [one = '', two = ''] = checkouts(2, projectWith(2)).folders
    await startWorker(one, url, '--cache', folderWith({}))
    const running = build(two, url)
    expect(await running.ended).toBe(2)
    expect(running.printed()).toMatch(
      /^error: A worker has made `content\/page-0\.md`, and it is not in the cache of this build: give the build and the workers the same `--cache`\n$/,
    )
  })

  test('no worker: it is reported, and waiting ends', async () => {
    const redis = await startRedis()
    const {
      folders: [cwd = ''],
    } = checkouts(1, projectWith(2))
    const running = start(cwd, ['build', '--queue', redis.url, '--queue-wait', '3'])
    expect(await running.ended).toBe(2)
    expect(running.printed()).toBe(
      `Waiting for workers on the queue \`parlance\` at redis://127.0.0.1:${redis.port}\n` +
        `error: No worker has been on the queue \`parlance\` at redis://127.0.0.1:${redis.port} for 3 seconds: start some with \`parlance worker --queue …\`\n`,
    )
  })

  test('an interrupted build is exit 130, and the next one ends the work', async () => {
    const {url} = await startRedis()
    const made = checkouts(2, many)
    const [one = '', two = ''] = made.folders
    await startWorker(one, url)
    const running = build(two, url)
    await inTheMiddle(two, running)
    running.kill('SIGINT')
    expect(await running.ended).toBe(130)
    await isPlain(build(two, url), two, made)
  })
})

describe('a password', () => {
  const outcomeOf = async (redis: RedisServer, password: string, command: 'build' | 'worker') => {
    const url = `redis://me:${password}@127.0.0.1:${redis.port}`
    const cwd = folderWith(projectWith(2))
    const running = start(cwd, [command], {PARLANCE_QUEUE: url.replace('me:', ':')})
    const status = await Promise.race([
      running.ended,
      running.until(/Rendering|Waiting/).then(() => 'it runs'),
    ])
    expect(running.printed()).not.toContain(password)
    return {status, printed: running.printed()}
  }

  test.each(['build', 'worker'] as const)('is not printed by %s', async command => {
    const redis = await startRedis({password: 's3cr3t-word'})
    expect((await outcomeOf(redis, 's3cr3t-word', command)).status).toBe('it runs')
    expect(await outcomeOf(redis, 'wr0ng-word', command)).toEqual({
      status: 2,
      printed: `error: Redis at redis://127.0.0.1:${redis.port} cannot be used: WRONGPASS invalid username-password pair or user is disabled.\n`,
    })
    const port = await freePort()
    expect(await outcomeOf({...redis, port}, 's3cr3t-word', command)).toEqual({
      status: 2,
      printed: `error: Redis at redis://127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}\n`,
    })
  })
})

/** A configuration that does to the process that renders a page what the page says. */
const poisonable = `const {decode} = TextDecoder.prototype
if (process.send !== undefined && process.env.POISONED === 'yes')
  TextDecoder.prototype.decode = function (...args) {
    const text = decode.apply(this, args)
    if (text.startsWith('POISON exit')) process.exit(3)
    if (text.startsWith('POISON abort')) process.abort()
    if (text.startsWith('POISON kill')) process.kill(process.ppid, 'SIGKILL')
    if (text.startsWith('POISON throw')) throw new Error('Poisoned')
    while (text.startsWith('POISON loop'));
    return text
  }
export default {glossary: 'glossary.yaml', bibliography: 'refs.yaml', serve: {}}
`

function childrenOf(pid: number): readonly string[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(name => {
      try {
        return new RegExp(`^PPid:\\s${pid}$`, 'm').test(readFileSync(`/proc/${name}/status`, 'utf8'))
      } catch {
        return false
      }
    })
}
