import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith} from '../../support/temporary.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')

test('an interrupted build leaves whole files only, and the next one finishes the work', async () => {
  const pages = Array.from({length: 150}, (_, index) => [
    `content/p${index}.md`,
    `---\ntitle: P${index}\n---\n\n${`Text ${index}. `.repeat(200)}\n`,
  ])
  const cwd = folderWith(Object.fromEntries(pages))
  const build = spawn(process.execPath, [cli, 'build', '--jobs', '1'], {cwd, stdio: 'ignore'})
  const ended = new Promise<number | null>(resolve => build.once('exit', resolve))
  for (let tries = 0; tries < 2_000 && !existsSync(join(cwd, 'dist/patient/p1/index.html')); tries++)
    await new Promise(resolve => setTimeout(resolve, 5))
  build.kill('SIGINT')
  expect(await ended).toBe(130)
  const left = contentOf(join(cwd, 'dist'))
  expect(Object.keys(left).length).toBeGreaterThan(3)
  expect(left['manifest.json']).toBeUndefined()
  expect((await parlance(['build', '--out', 'whole'], {cwd})).status).toBe(0)
  const whole = contentOf(join(cwd, 'whole'))
  for (const [file, text] of Object.entries(left)) expect(text, file).toBe(whole[file])
  expect((await parlance(['build'], {cwd})).status).toBe(0)
  expect(contentOf(join(cwd, 'dist'))).toEqual(whole)
})
