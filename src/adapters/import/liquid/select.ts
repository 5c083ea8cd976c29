import type {Expression} from './expression.ts'
import type {LiquidPart} from './tree.ts'

/**
 * What Liquid prints for a reader, with the directives that variables and includes become.
 *
 * @param holds Whether a branch is for the reader, if none before it was.
 */
export function select(parts: readonly LiquidPart[], holds: (when: Expression) => boolean): string {
  return parts.map(part => printed(part, holds)).join('')
}

function printed(part: LiquidPart, holds: (when: Expression) => boolean): string {
  switch (part.kind) {
    case 'text':
      return part.trimmed
    case 'raw':
      return part.text
    case 'comment':
      return ''
    case 'variable':
    case 'include':
      return directiveFor(part)
    case 'choice': {
      const branch = part.branches.find(({when}) => when === undefined || holds(when))
      return branch === undefined ? '' : select(branch.parts, holds)
    }
  }
}

/** `:var[name]`, `::include{file="…"}`. */
export function directiveFor(part: Extract<LiquidPart, {kind: 'variable' | 'include'}>): string {
  return part.kind === 'variable' ? `:var[${part.name}]` : `::include{file="${part.file}"}`
}
