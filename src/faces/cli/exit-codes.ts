/** Exit statuses of every command. */
export const exitCodes = {
  done: 0,
  /** The content has errors. */
  contentErrors: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  /** A bug of Parlance: `EX_SOFTWARE` of BSD's sysexits. */
  bug: 70,
  interrupted: 130,
} as const

/** Wrong usage: what was asked for cannot be done, and the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
