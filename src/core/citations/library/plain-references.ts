import type {FindMarkup} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'
import {eachText} from '../../yaml/each-text.ts'
import type {PlacedReference} from '../references/to-references.ts'

/**
 * The works whose fields hold no markup of Parlance. What a reference says is printed as it is, for every
 * reader who gets it cited: a work that holds a directive, or what is left of one, is reported and left out.
 */
export function plainReferences(
  placed: readonly PlacedReference[],
  findMarkup: FindMarkup,
  report: Report,
): readonly PlacedReference[] {
  return placed.filter(({reference, place, file}) => {
    let isPlain = true
    eachText(reference, [], (text, path) => {
      const markup = isPlain ? findMarkup(text) : undefined
      if (markup === undefined) return
      isPlain = false
      const detail = `\`${path.join('.')}\` of \`${reference.id}\` is plain text: ${markup.detail}`
      report(markup.rule, {place, file, actual: reference.id, detail})
    })
    return isPlain
  })
}
