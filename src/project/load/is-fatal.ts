import type {Message} from '../../internal.ts'

/** Whether a message is an error, which keeps its page from being published. */
export function isFatal({fatal}: Message): boolean {
  return fatal === true
}
