import type {JsonMessage} from '../../internal.ts'

/**
 * Whether a message is an error, which keeps its page from being published.
 *
 * @param message As plain data.
 */
export function isError({severity}: JsonMessage): boolean {
  return severity === 'error'
}
