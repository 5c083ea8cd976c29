import type {Nodes, Text} from 'mdast'
import type {Point, Position} from 'unist'
import {type Numbering, type Selection, walk} from '../../core/language/index.ts'

/** A run of text of one paragraph that came from one node. */
interface ProseRun {
  /** Index in the paragraph at which it begins. */
  readonly at: number
  readonly node: Text
}

/** Part of a paragraph, from an index up to, not including, another. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** One paragraph as a reader gets it, without citations, footnote calls and images. */
export interface Prose {
  readonly text: string
  /** Glossary terms, which are explained on the page, and code. */
  readonly explained: readonly Stretch[]
  /** Where a part of it stands in the source. */
  placeOf(part: Stretch): {readonly place?: Position; readonly file?: string}
}

/**
 * Paragraphs of a variant in reading order, those of lists, quotes, boxes and footnotes too. Headings, tables
 * and code are no prose.
 */
export function proseOf({root}: Selection, {footnotes}: Numbering): readonly Prose[] {
  const found: Prose[] = []
  const visit = (node: Nodes): boolean | undefined => {
    if (node.type === 'paragraph') found.push(readParagraph(node))
    return node.type === 'paragraph' || node.type === 'table' ? false : undefined
  }
  walk(root, visit)
  for (const {definition} of footnotes) walk(definition, visit)
  return found
}

function readParagraph(paragraph: Extract<Nodes, {type: 'paragraph'}>): Prose {
  const runs: ProseRun[] = []
  const explained: Stretch[] = []
  let text = ''
  const visit = (node: Nodes): void => {
    const from = text.length
    if (node.type === 'text') {
      runs.push({at: from, node})
      text += node.value.replaceAll(/[\r\n]/g, ' ')
    } else if (node.type === 'inlineCode') {
      text += node.value
      explained.push({from, to: text.length})
    } else if (node.type === 'break') text += ' '
    else if ('children' in node) for (const child of node.children) visit(child)
    if (node.type === 'term') explained.push({from, to: text.length})
  }
  for (const child of paragraph.children) visit(child)
  return {text, explained, placeOf: part => placeIn(runs, part, paragraph)}
}

/**
 * From the first place that is known on, to the last one: wordings of variables and terms stand elsewhere.
 */
function placeIn(
  runs: readonly ProseRun[],
  {from, to}: Stretch,
  paragraph: Nodes,
): {readonly place?: Position; readonly file?: string} {
  const inside = runs.filter(
    ({at, node}) => node.position !== undefined && at < to && at + node.value.length > from,
  )
  const first = inside[0]
  const last = inside.at(-1)
  const file = (first?.node ?? paragraph).data?.file
  const whole = paragraph.position
  const column = whole?.start.column ?? 1
  const place =
    first === undefined || last === undefined
      ? whole
      : {start: pointIn(first, from, column), end: pointIn(last, to, column)}
  return {...(place && {place}), ...(file !== undefined && {file})}
}

/**
 * The lines of a paragraph after its first begin where the first does, unless an author left out the blanks
 * or marks before them.
 */
function pointIn({at, node}: ProseRun, index: number, column: number): Point {
  const {start} = node.position as Position // only runs with a place are asked
  const before = node.value.slice(0, Math.max(0, Math.min(index - at, node.value.length))).split(/\r\n|\r|\n/)
  const last = before.at(-1) ?? ''
  const isFirst = before.length === 1
  return {line: start.line + before.length - 1, column: (isFirst ? start.column : column) + last.length}
}
