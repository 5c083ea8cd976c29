import {type Logger, pino} from 'pino'

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

export type LogLevel = (typeof logLevels)[number]

/** Bytes of lines that wait to be written; what is beyond is dropped, since a full disk must not fill the memory. */
const mostWaiting = 1024 * 1024

/**
 * Lines of JSON on standard output. A line that cannot be written is lost; the server goes on.
 *
 * @see https://getpino.io/#/docs/api?id=pinodestinationopts-gt-sonicboom
 */
export function openLog(level: LogLevel): Logger {
  const destination = pino.destination({fd: 1, sync: false, maxLength: mostWaiting})
  destination.on('error', () => undefined)
  return pino({level, base: null, timestamp: pino.stdTimeFunctions.isoTime}, destination)
}
