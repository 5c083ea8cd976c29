import type {Text} from 'mdast'

/** A plain text from front matter or configuration as one line, whatever lines it was typed in. */
export function plain(value: string): Text {
  return {type: 'text', value: value.trim().replace(/\s*[\n\r]\s*/g, ' ')}
}
