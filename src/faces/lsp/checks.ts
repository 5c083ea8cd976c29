/** Milliseconds without another edit after which a document is checked. */
const debounce = 60

/** Milliseconds after which it is checked although its author goes on typing. */
const patience = 400

interface WaitingCheck {
  timer: NodeJS.Timeout
  readonly since: number
}

/**
 * Decides when documents are checked: soon after the last edit, now and then while the edits go on, one after
 * another, and never so often that nothing else gets its turn.
 */
export class Checks {
  readonly #check: (uri: string) => Promise<void>
  readonly #waiting = new Map<string, WaitingCheck>()
  #running: Promise<void> = Promise.resolve()
  /** Milliseconds that the last check took. */
  #cost = 0

  /** @param check Must not reject. */
  constructor(check: (uri: string) => Promise<void>) {
    this.#check = check
  }

  schedule(uri: string, delay = debounce): void {
    const now = performance.now()
    const known = this.#waiting.get(uri)
    clearTimeout(known?.timer)
    const since = known?.since ?? now
    const left = Math.max(0, since + patience + this.#cost - now)
    const timer = setTimeout(() => this.#start(uri), Math.min(Math.max(delay, this.#cost), left))
    this.#waiting.set(uri, {timer, since})
  }

  cancel(uri: string): void {
    clearTimeout(this.#waiting.get(uri)?.timer)
    this.#waiting.delete(uri)
  }

  stop(): void {
    for (const uri of [...this.#waiting.keys()]) this.cancel(uri)
  }

  #start(uri: string): void {
    this.#waiting.delete(uri)
    this.#running = this.#running.then(async () => {
      const started = performance.now()
      await this.#check(uri)
      this.#cost = performance.now() - started
    })
  }
}
