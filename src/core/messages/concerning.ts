import type {Message} from '../language/message.ts'
import type {Report} from './reporter.ts'

/**
 * Messages of a page that concern one variant. An error elsewhere on the page keeps this variant back as
 * well: it is named as `page-invalid`, without a word of what stands there.
 */
export function concerning(
  messages: readonly Message[],
  audience: string,
  report: Report,
): readonly Message[] {
  const own = messages.filter(message => message.audiences?.includes(audience) ?? true)
  const elsewhere = messages.filter(message => message.fatal === true && !own.includes(message)).length
  if (elsewhere > 0 && !own.some(message => message.fatal === true)) {
    const errors = elsewhere === 1 ? 'an error' : `${elsewhere} errors`
    report('page-invalid', {
      detail: `The page has ${errors} in text for other readers, so no variant of it is published`,
      audiences: [audience],
    })
  }
  return own
}
