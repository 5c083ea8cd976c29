import {SingleBar} from 'cli-progress'
import type {Terminal} from './terminal.ts'

/** From this many pages on a person is shown a bar. */
const longRun = 20

/** A bar on standard error, for people who watch; nothing elsewhere. */
export class Progress {
  readonly #terminal: Terminal
  #bar: SingleBar | undefined

  constructor(terminal: Terminal) {
    this.#terminal = terminal
  }

  show(done: number, total: number): void {
    if (!this.#terminal.interactive || total < longRun) return
    if (this.#bar === undefined) {
      this.#bar = new SingleBar({
        format: '{bar} {value}/{total} pages, {eta_formatted} to go',
        stream: this.#terminal.stderr,
        hideCursor: true,
        etaBuffer: 200, // threads hand over their pages in bunches: a few of the last ones tell no pace
        clearOnComplete: true,
      })
      this.#bar.start(total, done)
    } else this.#bar.update(done)
  }

  stop(): void {
    this.#bar?.stop()
  }
}
