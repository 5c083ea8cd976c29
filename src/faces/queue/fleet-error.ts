/** A queue that cannot be used: the message says in one line why, and names no password. */
export class FleetError extends Error {
  override readonly name = 'FleetError'
}
