import {createServer} from 'node:net'
import {describe, expect, test} from 'vitest'
import {shownAddress} from '../../../src/faces/queue/redis-address.ts'
import renderTask, {type PageTask} from '../../../src/project/build/page-worker.ts'
import {stampOf} from '../../../src/project/cache/build-cache.ts'
import {packPage, pageKey} from '../../../src/project/cache/page-store.ts'
import {hashOf} from '../../../src/project/load/inputs.ts'
import {loadProject} from '../../../src/project/load/load-project.ts'
import {renderPage} from '../../../src/project/pages/render-page.ts'
import {parlance, spawnParlance} from '../../support/cli.ts'
import {folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

/** A port of this machine without a listener. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

const addressed =
  'error: A Redis is named by an address like `redis://127.0.0.1:6379`, or `rediss://` for TLS\n'

describe('on the command line', () => {
  const cwd = folderForAll({'content/a.md': 'Text.\n'})

  test.each<readonly [readonly string[], string]>([
    [['worker'], 'error: Name the queue of the builds: `--queue redis://host:6379`, or PARLANCE_QUEUE\n'],
    [['worker', '--queue', 'http://me:s3cret@host/'], addressed],
    [['build', '--queue', 's3cret'], addressed],
    [['build', '--queue', 'redis://'], addressed],
    [['build', '--cache', 'redis://:s3cret@'], addressed],
    [
      ['build', '--queue', 'redis://x', '--jobs', '2'],
      '`--jobs` says nothing beside `--queue`: workers have their own',
    ],
    [
      ['build', '--queue-wait', '2'],
      '`--queue-name` and `--queue-wait` say something only beside `--queue <url>`',
    ],
    [
      ['build', '--queue-name', 'x'],
      '`--queue-name` and `--queue-wait` say something only beside `--queue <url>`',
    ],
    [['build', '--queue', 'redis://x', '--queue-name', 'a:b'], '`a:b` is not made of letters, digits'],
    [['worker', '--queue', 'redis://x', '--jobs', '0'], '`0` is not a whole number from 1.'],
    [['worker', '--quue', 'redis://x'], 'Did you mean --queue?'],
    [['worker', 'nowhere', '--queue', 'redis://x'], 'there is no folder'],
  ])('%j', async (args, said) => {
    const {status, stdout, stderr} = await parlance(args, {cwd})
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('s3cret')
  })

  test.each(['build --queue', 'worker --queue', 'build --cache'])(
    '%s: a Redis that is not there is reported in one line, without the password',
    async named => {
      const port = await closedPort()
      const [command = '', option = ''] = named.split(' ')
      const {status, stdout, stderr} = await parlance(
        [command, option, `redis://me:s3cret@127.0.0.1:${port}/2`],
        {
          cwd,
        },
      )
      expect({status, stdout, stderr}).toEqual({
        status: 2,
        stdout: '',
        stderr: `error: Redis at redis://127.0.0.1:${port}/2 cannot be used: connect ECONNREFUSED 127.0.0.1:${port}\n`,
      })
    },
  )

  test('the environment names the queue', async () => {
    const PARLANCE_QUEUE = `redis://:s3cret@127.0.0.1:${await closedPort()}`
    for (const command of ['build', 'worker']) {
      const {status, stderr} = spawnParlance([command], {cwd, env: {PARLANCE_QUEUE}})
      expect(status).toBe(2)
      expect(stderr).toMatch(
        /^error: Redis at redis:\/\/127\.0\.0\.1:\d+ cannot be used: connect ECONNREFUSED/,
      )
      expect(stderr).not.toContain('s3cret')
    }
  })
})

test.each([
  ['redis://127.0.0.1:6379', 'redis://127.0.0.1:6379'],
  ['redis://me:s3cret@host', 'redis://host'],
  ['rediss://:s3cret@host:6380/3', 'rediss://host:6380/3'],
  ['redis://host/0?password=s3cret', 'redis://host/0'],
  ['REDIS://host', 'redis://host'],
])('%s is shown as %s', (address, shown) => {
  expect(shownAddress(address)).toBe(shown)
})

test.each(['', 'host:6379', 'http://host', 'redis:host', 'redis:///3', 'redis://', '/tmp/redis.sock'])(
  '%j is no address, and is not repeated',
  address => {
    expect(() => shownAddress(address)).toThrow('A Redis is named by an address like')
  },
)

describe('a process that renders for a queue', () => {
  const files = {
    'parlance.config.json': '{"bibliography": "refs.json"}',
    'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": "2020"}]',
    'content/one.md': 'One :cite[a]. [Two](two.md)\n',
    'content/two.md': '---\ntitle: Two\n---\n\nTwo.\n',
  }

  /** What a build of some files asks a worker that has others. */
  async function taskFor(path: string, cwd: string, options: PageTask['options'] = {}): Promise<PageTask> {
    const asking = await loadProject({cwd: folderWith(files)})
    const stamp = stampOf(asking, options) ?? ''
    const source = asking.bytes(path)
    return {project: {cwd}, path, stamp, key: pageKey(stamp, path, source && hashOf(source)), options}
  }

  test('renders what the build would', async () => {
    const cwd = folderWith(files)
    for (const options of [{}, {formats: ['json'] as const, audiences: ['patient']}]) {
      const done = await renderTask(await taskFor('content/one.md', cwd, options))
      const packed = packPage(renderPage(await loadProject({cwd}), 'content/one.md', options))
      expect(done).toEqual({...packed, page: packed?.page.toString('base64')})
    }
  })

  test('sees a title that changed since it was linked to last', async () => {
    const cwd = folderWith(files)
    const task = await taskFor('content/one.md', cwd)
    const before = await renderTask(task)
    writeIn(cwd, 'content/two.md', '---\ntitle: Other\n---\n\nTwo.\n')
    const packed = packPage(renderPage(await loadProject({cwd}), 'content/one.md', {}))
    const after = await renderTask(task)
    expect(after).toEqual({...packed, page: packed?.page.toString('base64')})
    expect(after).not.toEqual(before)
  })

  test.each([
    ['another configuration', {'parlance.config.json': '{"bibliography": "refs.json", "locale": "es"}'}],
    ['another bibliography', {'refs.json': files['refs.json'].replace('A book', 'Other')}],
  ])('refuses with %s', async (_, others) => {
    const task = await taskFor('content/one.md', folderWith({...files, ...others}))
    expect(await renderTask(task)).toEqual({
      refused:
        'Its configuration, bibliography or glossary is not that of the build, or its Parlance, Node or packages are not',
    })
  })

  test('refuses another page, and one that it has not', async () => {
    const cwd = folderWith({...files, 'content/one.md': 'Other.\n'})
    expect(await renderTask(await taskFor('content/one.md', cwd))).toEqual({
      refused: 'Its `content/one.md` is not that of the build',
    })
    expect(await renderTask({...(await taskFor('content/one.md', cwd)), path: 'content/gone.md'})).toEqual({
      refused: 'It has no `content/gone.md`',
    })
  })

  test('reads nothing outside of the project', async () => {
    const cwd = folderWith({'secret.md': 'SECRET', 'project/content/a.md': 'A.\n'})
    const task = await taskFor('content/one.md', `${cwd}/project`)
    const {stamp} = {stamp: stampOf(await loadProject({cwd: `${cwd}/project`}), {}) ?? ''}
    const outside = {
      ...task,
      stamp,
      path: '../secret.md',
      key: pageKey(stamp, '../secret.md', hashOf('SECRET')),
    }
    expect(await renderTask(outside)).toEqual({refused: 'It has no `../secret.md`'})
  })
})
