import type {PhrasingContent} from 'mdast'
import {textToPhrasing} from '../../language/index.ts'

/** A plain text from front matter or configuration as one line, whatever lines it was typed in. */
export function plain(value: string): PhrasingContent[] {
  return textToPhrasing(value.trim().replace(/\s*[\n\r]\s*/g, ' '))
}
