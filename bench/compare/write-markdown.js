/**
 * Writes an article in one dialect of Markdown.
 *
 * @param {object} dialect
 * @param {(part: Exclude<import('./model.js').Part, string>) => string} dialect.inline What is the dialect's
 * own within a line.
 * @param {(audience: string, text: string) => string} dialect.only What one reader gets.
 * @param {(branches: readonly string[]) => string} [dialect.group] Joins what is said differently to each.
 * @returns {(blocks: readonly import('./model.js').Block[]) => string}
 */
export function markdownWriter({inline, only, group = branches => branches.join('\n\n')}) {
  const common = part => {
    if (typeof part === 'string') return part
    if ('em' in part) return `*${part.em}*`
    if ('strong' in part) return `**${part.strong}**`
    if ('code' in part) return `\`${part.code}\``
    return inline(part)
  }
  const line = parts => parts.map(common).join('')
  const row = cells => `| ${cells.join(' | ')} |`
  const write = blocks => blocks.map(block => writers[block.type](block)).join('\n\n')
  const writers = {
    heading: ({depth, text}) => `${'#'.repeat(depth)} ${text}`,
    paragraph: ({parts}) => line(parts),
    list: ({items}) => items.map(item => `- ${line(item)}`).join('\n'),
    table: ({head, rows}) => [head, head.map(() => '---'), ...rows].map(row).join('\n'),
    only: ({audience, blocks}) => only(audience, write(blocks)),
    group: ({branches}) =>
      group(Object.entries(branches).map(([audience, blocks]) => only(audience, write(blocks)))),
  }
  return write
}
