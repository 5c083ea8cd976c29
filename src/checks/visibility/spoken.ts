import type {Nodes} from 'mdast'
import {isMdx, type MarkdownType, type NodeOf} from '../../core/language/index.ts'

/** Fields that tell how nodes stand, not what they say. */
const structure = new Set(['type', 'children', 'alternative', 'position', 'data', 'align'])
const silentData = new Set(['condition', 'columns', 'file'])

/**
 * Names of the fields in which a node says something: texts, addresses, names, whatever a foreign node
 * brings.
 */
export function spokenFields(node: Nodes): readonly string[] {
  return Object.entries(node)
    .filter(([name, value]) => !structure.has(name) && isSaid(value))
    .map(([name]) => name)
}

/** Names of what a node's data says: its id, and what a plugin put there. */
export function spokenData({data = {}}: Nodes): readonly string[] {
  return Object.entries(data)
    .filter(([name, value]) => !silentData.has(name) && isSaid(value))
    .map(([name]) => name)
}

function isSaid(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
}

/** Whether a node says nothing by itself, whatever its children say. */
export function isSilent(node: Nodes): boolean {
  for (const name in node) if (!structure.has(name) && isSaid(fieldOf(node, name))) return false
  return node.data === undefined || spokenData(node).length === 0
}

export function fieldOf(of: object | undefined, name: string): unknown {
  return of === undefined ? undefined : (of as Readonly<Record<string, unknown>>)[name] // any node, any field
}

/**
 * A text without blanks and the marks that stand beside what was taken out of a line: repairing a line, and
 * raising a citation, changes nothing else.
 */
export function withoutJoints(text: string): string {
  return text.replace(/[\s,;:.!?()[\]{}“”«»‹›„"'’]/g, '')
}

/**
 * The same of text in which characters stand lowered or raised, or behind the marks of that: `H₂O`, `C_max`.
 */
function withoutScripts(text: string): string {
  return withoutJoints(text.normalize('NFKC').replace(/[_^]/g, '').replaceAll('−', '-'))
}

/** What a node without children says as part of an alternative text. */
export function plainValue(node: Nodes): string {
  switch (node.type) {
    case 'image':
      return node.alternative === undefined ? (node.alt ?? '') : ''
    case 'html':
      return ''
    default:
      node satisfies NodeOf<
        | MarkdownType
        | 'branch'
        | 'callout'
        | 'calloutTitle'
        | 'citation'
        | 'crossReference'
        | 'fragment'
        | 'place'
        | 'safety'
        | 'say'
        | 'span'
        | 'subscript'
        | 'superscript'
        | 'term'
        | 'variants'
      >
      return isMdx(node) || !('value' in node) ? '' : node.value
  }
}

/** Whether a text is made of some of these pieces, each whole and in their order. */
export function isMadeOf(text: string, pieces: readonly string[]): boolean {
  const whole = withoutScripts(text)
  const ends = new Set([0])
  for (const piece of pieces.map(withoutScripts)) {
    if (piece === '') continue
    for (const end of [...ends]) if (whole.startsWith(piece, end)) ends.add(end + piece.length)
  }
  return ends.has(whole.length)
}
