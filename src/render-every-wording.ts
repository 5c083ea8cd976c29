import type {Document} from './document/index.ts'
import {number} from './number/number.ts'
import {raiseCitations} from './number/raise.ts'
import {everyWording} from './outline/every-wording.ts'
import {groupOf} from './references/group-of.ts'
import {findStyle} from './render-options.ts'
import {serializeEveryWording} from './serialize/html/every-wording.ts'

/**
 * A page with every wording of every audience at once, each under a badge that says whom it is for: what an author compares, and
 * no reader may get. The HTML says in its text and its head that it is not for publication. Blocks have their source lines.
 *
 * @param document A compiled document.
 */
export function renderEveryWording(document: Document): string {
  const style = findStyle(document.settings, document.settings.citationStyle)
  const exposed = everyWording(document)
  const selection = style.raised ? raiseCitations(exposed) : exposed
  const isDraft = document.messages.some(({fatal}) => fatal === true)
  return serializeEveryWording(selection, number(selection, style, groupOf), isDraft)
}
