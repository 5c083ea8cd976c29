import {once} from 'node:events'
import {type Logger, pino} from 'pino'

/** Levels of the log, from silent to most talkative. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** Name of a level of the log. */
export type LogLevel = (typeof logLevels)[number]

/**
 * Bytes of lines that wait to be written; what is beyond is dropped, since a full disk must not fill the
 * memory.
 */
const maxWaiting = 1024 * 1024

/** Milliseconds that the last lines may take. */
const patience = 1000

export interface Log {
  readonly log: Logger
  /**
   * Write what waits. What cannot be written now is lost: stopping a server does not wait for room on a disk.
   */
  readonly close: () => Promise<void>
}

/**
 * Lines of JSON on standard output. A line that cannot be written is lost; the server goes on.
 *
 * @see https://getpino.io/#/docs/api?id=pinodestinationopts-gt-sonicboom
 */
export function openLog(level: LogLevel): Log {
  const destination = pino.destination({fd: 1, sync: false, maxLength: maxWaiting})
  destination.on('error', () => undefined)
  return {
    log: pino({level, base: null, timestamp: pino.stdTimeFunctions.isoTime}, destination),
    close: async () => {
      const closed = once(destination, 'close', {signal: AbortSignal.timeout(patience)})
      destination.end()
      await closed.catch(() => undefined)
      destination.destroy() // else it tries again at the end of the process, without end
    },
  }
}
