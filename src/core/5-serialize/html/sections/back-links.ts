import type {ElementContent} from 'hast'
import {h} from 'hastscript'

/**
 * Links from a reference or a note back to where the text calls it.
 *
 * @param count How often it is called.
 * @param link Target and accessible name of the link to one call, counted from 1.
 * @see https://www.w3.org/TR/dpub-aria-1.1/#doc-backlink
 */
export function backLinks(
  count: number,
  link: (call: number) => {readonly href: string; readonly name: string},
): ElementContent[] {
  return Array.from({length: count}, (_, index): ElementContent[] => {
    const call = index + 1
    const {href, name} = link(call)
    const properties = {href, role: 'doc-backlink', ariaLabel: name}
    return [{type: 'text', value: ' '}, h('a', properties, count === 1 ? '↩' : ['↩', h('sup', String(call))])]
  }).flat()
}
