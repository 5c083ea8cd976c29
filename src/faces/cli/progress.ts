import type {ShellName} from './shell.ts'
import type {Terminal} from './terminal.ts'

/** From this many pages on a person is shown a bar. */
const longRun = 20

export interface Progress {
  readonly show: (done: number, total: number) => void
  readonly stop: () => void
}

/** A bar on standard error, for people who watch; nothing elsewhere. */
export async function openProgress({interactive, stderr}: Terminal, {stdin}: ShellName): Promise<Progress> {
  // The bar reads keys, so that they do not spoil it: no input but a keyboard may be lost to it.
  if (!interactive || stdin.isTTY !== true) return {show: () => undefined, stop: () => undefined}
  const {progress} = await import('@clack/prompts')
  let bar: ReturnType<typeof progress> | undefined
  let shown = 0
  const start = (max: number) => {
    const started = progress({
      max,
      output: stderr,
      indicator: 'timer',
      withGuide: false,
      errorMessage: 'Interrupted',
      // which ends the process, now that the bar no longer listens
      onCancel: () => process.kill(process.pid, 'SIGTERM'),
    })
    started.start()
    stdin.setRawMode?.(false) // a key that interrupts is a signal, as without a bar
    return started
  }
  return {
    show: (done, total) => {
      if (total < longRun) return
      bar ??= start(total)
      bar.advance(done - shown, `${done}/${total} pages`)
      shown = done
    },
    stop: () => bar?.clear(),
  }
}
