import type {Code, RootContent} from 'mdast'

/** A code block, with line endings as ours are. */
export function code(node: Code): RootContent[] {
  return [node.value.includes('\r') ? {...node, value: node.value.replace(/\r\n?/g, '\n')} : node]
}
