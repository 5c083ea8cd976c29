import {execFileSync, spawn, spawnSync} from 'node:child_process'
import {cpSync, existsSync, readdirSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, onTestFinished, test} from 'vitest'
import {parlance, type Run} from '../../support/cli.ts'
import {contentOf, folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')
/**
 * Ends its process as `kill -9` does, before the n-th call that changes files; a write has written half of
 * its bytes by then. What a slow build says to the terminal is no such call.
 */
const killer = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs'
  import {syncBuiltinESMExports} from 'node:module'
  import process from 'node:process'

  const last = Number(process.env.KILL_AT)
  let calls = 0

  for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'mkdirSync']) {
    const original = fs[name]
    fs[name] = (...args) => {
      const isFile = name !== 'writeSync' || args[0] > 2
      if (isFile && ++calls === last) {
        if (name === 'writeSync') original(args[0], args[1], args[2], args[3] >> 1, args[4])
        process.kill(process.pid, 'SIGKILL')
      }
      return original(...args)
    }
  }
  syncBuiltinESMExports()
  process.on('exit', () => fs.writeSync(2, 'calls: ' + calls + '\\n'))
`)}`
const isDeep = process.env.PARLANCE_DEEP !== undefined

/** Pages whose outputs are longer than a block of a disk. */
const page = (name: string): string =>
  `---\ntitle: ${name}\n---\n\n${`${name} :patient[plain].\n\n`.repeat(120)}`
const before = {'content/a.md': page('A'), 'content/b.md': page('B'), 'content/gone.md': page('Gone')}
const after = {'content/a.md': page('A'), 'content/b.md': page('B, edited'), 'content/new.md': page('New')}

const build = (cwd: string, ...args: readonly string[]): Promise<Run> =>
  parlance(['build', '--jobs', '1', ...args], {cwd})

/** What a build of a project makes in an empty folder. */
async function cleanBuild(
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const cwd = folderWith(files)
  expect((await build(cwd)).status).toBe(0)
  return contentOf(join(cwd, 'dist'))
}

function temporaryIn(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(path =>
    path.includes('.parlance-tmp'),
  )
}

/** Every file that is there holds what one of some builds has made. */
function expectWhole(folder: string, ...made: readonly Readonly<Record<string, string>>[]): void {
  for (const [file, text] of existsSync(folder) ? Object.entries(contentOf(folder)) : [])
    if (!file.includes('.parlance-tmp'))
      expect(
        made.map(build => build[file]),
        file,
      ).toContain(text)
}

test('a limit of file sizes: nothing is cut, the exit status is 2, the file is named; the next build makes all', async () => {
  const whole = await cleanBuild(after)
  const cwd = folderWith(after)
  const {status, stderr} = spawnSync(
    'bash',
    ['-c', 'ulimit -f 4; exec "$@"', 'bash', process.execPath, cli, 'build', '--jobs', '1'],
    {cwd, encoding: 'utf8'},
  )
  expect(stderr).toMatch(/^error: Cannot write `.*\/dist\/.*`: EFBIG/m)
  expect(status).toBe(2)
  expectWhole(join(cwd, 'dist'), whole)
  expect(temporaryIn(cwd)).toEqual([])
  expect((await build(cwd)).status).toBe(0)
  expect(contentOf(join(cwd, 'dist'))).toEqual(whole)
})

/** A disk of its own, where the system lets us have one. */
function mountDisk(kibibytes: number): string | undefined {
  const place = folderWith({})
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kibibytes}k`, 'tmpfs', place], {stdio: 'ignore'})
  } catch {
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', place])
  })
  return place
}

test.each(isDeep ? [64, 96, 128] : [64])(
  'a disk of %i KiB that fills: nothing is cut, the exit status is 2',
  async kibibytes => {
    const disk = mountDisk(kibibytes)
    if (disk === undefined) return // not allowed here: the limit above is the same to a program
    const whole = await cleanBuild(after)
    const cwd = folderWith(after)
    const {status, stderr} = await build(cwd, '--out', join(disk, 'dist'))
    expect(stderr).toMatch(/^error: Cannot write `.*`: ENOSPC/m)
    expect(status).toBe(2)
    expectWhole(join(disk, 'dist'), whole)
    expect(temporaryIn(disk)).toEqual([])
  },
)

describe('a build that is killed leaves no cut file, and the next one makes what a clean build makes', () => {
  const start = folderForAll({})
  const made = new Map<object, Readonly<Record<string, string>>>()
  const wholeOf = async (files: Readonly<Record<string, string>>) => {
    const known = made.get(files) ?? (await cleanBuild(files))
    made.set(files, known)
    return known
  }

  /** Build until a call that writes, or to the end. */
  function buildUntil(cwd: string, call: number) {
    const args = ['--import', killer, cli, 'build', '--jobs', '1', '--cache', 'kept']
    const {status, signal, stderr} = spawnSync(process.execPath, args, {
      cwd,
      env: {...process.env, KILL_AT: String(call)},
      encoding: 'utf8',
    })
    return {status, signal, calls: Number(/calls: (\d+)/.exec(stderr)?.[1])}
  }

  async function projectThatWasBuilt(
    files: Readonly<Record<string, string>>,
    earlier: boolean,
  ): Promise<string> {
    const cwd = folderWith({})
    if (!earlier) {
      for (const [path, text] of Object.entries(files)) writeIn(cwd, path, text)
      return cwd
    }
    if (readdirSync(start).length === 0) {
      for (const [path, text] of Object.entries(before)) writeIn(start, path, text)
      expect((await build(start, '--cache', 'kept')).status).toBe(0)
    }
    cpSync(start, cwd, {recursive: true})
    rmSync(join(cwd, 'content'), {recursive: true})
    for (const [path, text] of Object.entries(files)) writeIn(cwd, path, text)
    return cwd
  }

  test.each([
    ['the first build', false],
    ['a build after edits', true],
  ])(
    '%s',
    async (_, isLater) => {
      const whole = await wholeOf(after)
      const {calls, status} = buildUntil(await projectThatWasBuilt(after, isLater), 0)
      expect(status).toBe(0)
      const points = isDeep ? 30 : 3
      for (let point = 0; point < points; point++) {
        const call = 1 + Math.floor((calls - 1) * (point / (points - 1)))
        const cwd = await projectThatWasBuilt(after, isLater)
        expect(buildUntil(cwd, call).signal, `call ${call} of ${calls}`).toBe('SIGKILL')
        expectWhole(join(cwd, 'dist'), whole, ...(isLater ? [await wholeOf(before)] : []))
        expect((await build(cwd, '--cache', 'kept')).status).toBe(0)
        expect(temporaryIn(cwd), `call ${call} of ${calls}`).toEqual([])
        expect(contentOf(join(cwd, 'dist')), `call ${call} of ${calls}`).toEqual(whole)
      }
    },
    600_000,
  )
})

test('two builds at once into one folder and one cache both succeed', async () => {
  const whole = await cleanBuild(after)
  const cwd = folderWith(after)
  for (let round = 0; round < (isDeep ? 6 : 2); round++) {
    const ends = [1, 2].map(
      () =>
        new Promise<{status: number | null; stderr: string}>(resolve => {
          const args = [cli, 'build', '--jobs', '1', '--cache', 'kept', ...(round > 0 ? ['--force'] : [])]
          const child = spawn(process.execPath, args, {cwd, stdio: ['ignore', 'ignore', 'pipe']})
          let stderr = ''
          child.stderr.on('data', chunk => {
            stderr += String(chunk)
          })
          child.once('close', status => resolve({status, stderr}))
        }),
    )
    for (const {status, stderr} of await Promise.all(ends))
      expect([status, stderr]).toEqual([0, expect.any(String)])
    expect(contentOf(join(cwd, 'dist'))).toEqual(whole)
    expect(temporaryIn(cwd)).toEqual([])
  }
}, 600_000)
