import type {Readable, Writable} from 'node:stream'
import type {Command} from 'commander'

/**
 * What a command has of the process that runs it. `index.ts` gives it the real one, tests give it their own.
 */
export interface ShellName {
  /** Absolute path of the current folder. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Readable & {readonly isTTY?: boolean; setRawMode?(mode: boolean): unknown}
  readonly stdout: Output
  readonly stderr: Output
  /** Resolves to the signal that asks the command to stop. */
  shutdownSignal(): Promise<NodeJS.Signals>
}

/** A stream, which may be a window. */
export type Output = Writable & {readonly isTTY?: boolean; readonly columns?: number}

/** Adds a command to the program; `end` takes its exit status. */
export type AddCommand = (program: Command, shell: ShellName, end: (status: number) => void) => void
