/** Where a command writes, and how it may look. */
export interface Terminal {
  /** Machine output. */
  out(text: string): void
  /** Everything else; nothing where `--quiet` was given. */
  say(text: string): void
  /** Errors, which `--quiet` does not hide. */
  complain(text: string): void
  readonly color: boolean
  /** Columns of the window that standard error goes to. */
  readonly columns: number
  /** Whether a person watches standard error. */
  readonly interactive: boolean
}

export interface TerminalOptions {
  readonly quiet?: boolean
  /** `false` where `--no-color` was given. */
  readonly color?: boolean
}

/** @see https://no-color.org/ and https://force-color.org/ */
export function openTerminal({quiet = false, color = true}: TerminalOptions): Terminal {
  const {NO_COLOR, FORCE_COLOR} = process.env
  const wanted =
    FORCE_COLOR !== undefined && FORCE_COLOR !== '0' ? true : process.stderr.isTTY === true && !NO_COLOR
  return {
    out: text => void process.stdout.write(text),
    say: text => void (quiet || process.stderr.write(text)),
    complain: text => void process.stderr.write(text),
    color: color && wanted,
    columns: process.stderr.columns ?? 100,
    interactive: process.stderr.isTTY === true && !quiet,
  }
}
