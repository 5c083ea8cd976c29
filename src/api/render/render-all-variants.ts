import {allVariants} from '../../checks/outline/all-variants.ts'
import {number} from '../../core/4-number/number.ts'
import {raiseCitations} from '../../core/4-number/raise.ts'
import {serializeAllVariants} from '../../core/5-serialize/html/all-variants.ts'
import {groupOf} from '../../core/citations/references/group-of.ts'
import type {Document} from '../../core/language/index.ts'
import {findStyle} from './render-options.ts'

/**
 * A page with every wording of every audience at once, each under a badge that names its readers: for
 * authors, who compare them, and for no reader. The HTML says in its text and its head that it is not for
 * publication. Blocks have their source lines.
 *
 * @param document A compiled document.
 */
export function renderAllVariants(document: Document): string {
  const style = findStyle(document.settings, document.settings.citationStyle)
  const exposed = allVariants(document)
  const selection = style.raised ? raiseCitations(exposed) : exposed
  const isDraft = document.messages.some(({fatal}) => fatal === true)
  return serializeAllVariants(selection, number(selection, style, groupOf), isDraft)
}
