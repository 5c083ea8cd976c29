import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parlance, type Run} from '../../support/cli.ts'
import {contentOf, folderWith} from '../../support/temporary.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')

const run = (cwd: string, command: 'build' | 'merge', ...args: readonly string[]): Promise<Run> =>
  parlance([command, '--quiet', ...args], {cwd})

test('a merge that is killed leaves whole files, and merging again ends the work', async () => {
  const pages = Array.from({length: 120}, (_, index) => [
    `content/p${String(index).padStart(3, '0')}.md`,
    `---\ntitle: P${index}\n---\n\n${`Text ${index}. `.repeat(30)}\n`,
  ])
  const cwd = folderWith(Object.fromEntries(pages))
  const names = ['of-1', 'of-2']
  for (const [index, out] of names.entries())
    await run(cwd, 'build', '--shard', `${index + 1}/2`, '--out', out)
  await run(cwd, 'build', '--out', 'whole')
  const whole = contentOf(join(cwd, 'whole'))
  for (const signal of ['SIGKILL', 'SIGINT'] as const) {
    const running = spawn(process.execPath, [cli, 'merge', ...names, '--out', signal], {cwd, stdio: 'ignore'})
    const ended = new Promise<number | null>(resolve => running.once('exit', resolve))
    for (let tries = 0; tries < 2_000 && !existsSync(join(cwd, signal, 'patient/p003/index.html')); tries++)
      await new Promise(resolve => setTimeout(resolve, 5))
    running.kill(signal)
    expect(await ended).toBe(signal === 'SIGINT' ? 130 : null)
    const left = contentOf(join(cwd, signal))
    expect(left['manifest.json']).toBeUndefined()
    for (const [file, text] of Object.entries(left))
      if (!file.startsWith('.parlance-tmp-')) expect(text, file).toBe(whole[file])
    expect((await run(cwd, 'merge', ...names, '--out', signal)).status).toBe(0)
    expect(contentOf(join(cwd, signal))).toEqual(whole)
  }
})
