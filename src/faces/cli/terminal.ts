import type {Output, ShellName} from './shell.ts'

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
  readonly stderr: Output
  /** Whether a person watches standard error. */
  readonly interactive: boolean
}

export interface TerminalOptions {
  readonly quiet?: boolean
  /** `false` where `--no-color` was given. */
  readonly color?: boolean
}

/** @see https://no-color.org/ and https://force-color.org/ */
export function openTerminal(
  {quiet = false, color = true}: TerminalOptions,
  {env: {NO_COLOR, FORCE_COLOR}, stdout, stderr}: ShellName,
): Terminal {
  const wanted = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' ? true : stderr.isTTY === true && !NO_COLOR
  return {
    out: text => void stdout.write(text),
    say: text => void (quiet || stderr.write(text)),
    complain: text => void stderr.write(text),
    color: color && wanted,
    columns: stderr.columns ?? 100,
    stderr,
    interactive: stderr.isTTY === true && !quiet,
  }
}
