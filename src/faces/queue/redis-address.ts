import {FleetError} from './peers.ts'

/**
 * The address of a Redis server as it may be shown: without name and password.
 *
 * @throws {FleetError} Where it is not one. The message does not repeat it: it may hold a password.
 */
export function shownAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '')
    throw new FleetError(
      'A Redis is named by an address like `redis://127.0.0.1:6379`, or `rediss://` for TLS',
    )
  return `${url.protocol}//${url.host}${url.pathname === '/' ? '' : url.pathname}`
}
