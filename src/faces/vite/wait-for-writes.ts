import {statSync} from 'node:fs'
import {setTimeout} from 'node:timers/promises'

/** Milliseconds between looks, and how many there are at most. */
const pause = 10
const looks = 10

/**
 * Editors empty a file before they write it again, and a watcher may report only the first: wait for the
 * second.
 */
export async function waitForWrites(file: string): Promise<void> {
  for (let look = 0; look < looks && statSync(file, {throwIfNoEntry: false})?.size === 0; look++)
    await setTimeout(pause)
}
