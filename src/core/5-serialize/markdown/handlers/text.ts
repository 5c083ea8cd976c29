import type {InlineCode, PhrasingContent, Text} from 'mdast'

/** Text and code in a line, with line endings as ours are. */
export function text(node: Text | InlineCode): PhrasingContent[] {
  if (node.value === '') return []
  return [node.value.includes('\r') ? {...node, value: node.value.replace(/\r\n?/g, '\n')} : node]
}
