import type {Code} from 'mdast'
import {type Lines, prefix} from '../lines.ts'

/** Indented by four columns, never wrapped; tabs become blanks up to the next fourth column. */
export function code(node: Code): Lines {
  const lines = node.value.split(/\r\n|\r|\n/).map(line => (line.trim() === '' ? '' : expandTabs(line)))
  return node.value.trim() === '' ? [] : prefix('    ', lines)
}

function expandTabs(line: string): string {
  let out = ''
  for (const [index, part] of line.split('\t').entries()) {
    if (index > 0) out += ' '.repeat(4 - (out.length % 4))
    out += part
  }
  return out
}
