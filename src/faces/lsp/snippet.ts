import type {DirectiveDescription} from '../../internal.ts'

/**
 * A directive as a template: what it needs is there to be filled in.
 *
 * @param marks The colons that it begins with.
 * @see
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#snippet_syntax
 */
export function snippetFor(
  {name, label, conditioned, attributes}: DirectiveDescription,
  kind: DirectiveDescription['kinds'][number],
  marks: string,
): string {
  let stop = 0
  const next = (): string => `$${++stop}`
  const needed = attributes.filter(({required}) => required).map(({name: key}) => `${key}="${next()}"`)
  const condition = conditioned ? [`for=${next()}`] : []
  const inBraces = [...condition, ...needed]
  const braces = inBraces.length === 0 ? '' : `{${inBraces.join(' ')}}`
  if (kind === 'container') return `${marks}${name}${braces}\n$0\n${marks}`
  const brackets = label && kind === 'text' ? `[${next()}]` : ''
  return `${marks}${name}${brackets}${braces}$0`
}
