import {anyOf, foldLookAlikes} from '../../core/language/index.ts'
import type {ResidueNames} from './find-residue.ts'

/** How a code span holds markup of a condition: as a quotation, or cut off at its beginning or end. */
export type CodeMarkup = 'quoted' | 'cut'

/** Looks for the markup of conditions in a code span. */
export type FindInCode = (code: string) => CodeMarkup | undefined

/**
 * Markup in code is literal. But a backtick too few or too many turns code and text around, and then a span
 * begins or ends in the middle of a condition. A span that begins with the part of the markup, such as ``
 * `:only[` ``, quotes it.
 */
export function codeFinder({audiences, conditional}: ResidueNames): FindInCode {
  const name = `:(?:${anyOf([...audiences, ...conditional])})`
  const markup = new RegExp(`${name}[[{]|\\]\\{[^{}]*=`)
  const cut = new RegExp(`[^](?:${name}(?:\\[|\\{[^{}]*$)|\\]\\{[^{}]*=)`)
  return code => {
    const {text} = foldLookAlikes(code)
    if (!markup.test(text)) return undefined
    return cut.test(withoutPairs(text)) ? 'cut' : 'quoted'
  }
}

/** The text without brackets that close, and what they hold. */
function withoutPairs(text: string): string {
  const shorter = text.replace(/\[[^[\]]*\]/g, '')
  return shorter === text ? text : withoutPairs(shorter)
}
