import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {environment} from '../../support/installed.ts'
import {folderWith} from '../../support/temporary.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')

/** Starts a build that never ends on a terminal, and acts once its bar shows that pages are done. */
async function onceBarIsShown(act: (child: ChildProcess, pid: number) => void) {
  const cwd = folderWith({
    ...Object.fromEntries(Array.from({length: 70}, (_, index) => [`content/p${index}.md`, 'Text.\n'])),
    'content/z.md': '---\ntitle: Endless\n---\n\nText.\n',
    'parlance.config.js': `const wait = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
const template = slots => {
  if (slots.get('title').includes('Endless')) wait()
  return slots.get('content')
}
export default {site: {template}}
`,
  })
  const command = `stty cols 100 rows 30; echo process $$; exec '${process.execPath}' '${cli}' build --jobs 2`
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: environment({TERM: 'xterm', SHELL: '/bin/sh'}),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const chunks: string[] = []
  let hasActed = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    chunks.push(text)
    const shown = chunks.join('')
    if (hasActed || !shown.includes('/71 pages')) return
    hasActed = true
    act(child, Number(/process (\d+)/.exec(shown)?.[1]))
  })
  const [status] = await once(child, 'close')
  return {status, shown: chunks.join('')}
}

test('a key interrupts a run that shows a bar, and the cursor comes back', async () => {
  const {status, shown} = await onceBarIsShown(({stdin}) => stdin?.write('\u0003'))
  expect(status).toBe(130)
  expect(shown).toContain('Interrupted')
  expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'))
})

test('a signal ends a run that shows a bar', async () => {
  const {status} = await onceBarIsShown((_, pid) => process.kill(pid, 'SIGTERM'))
  expect(status).toBe(128 + 15)
})
