import type {PhrasingContent} from 'mdast'
import {printScript} from '../../core/language/index.ts'
import {type Marked, readMarks} from './marks.ts'

/** Text of one look. */
interface FormattedRun {
  readonly text: string
  readonly italic: boolean
  readonly bold: boolean
  readonly url: string | undefined
  readonly script: 'subscript' | 'superscript' | undefined
}

/** A marked text as mdast. Small capitals and underlining have no node there: their text stays plain. */
export function toPhrasing(marked: string): PhrasingContent[] {
  const runs = trim(readMarks(marked).map(toRun))
  return nest(runs, ['url', 'bold', 'italic', 'script'])
}

/** Text of a piece where there is only text. */
export function printedText(piece: Marked): string {
  const script = scriptOf(piece)
  return script === undefined ? flat(piece) : printScript(script, flat(piece))
}

function flat({text}: Marked): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ')
}

function scriptOf({names}: Marked): FormattedRun['script'] {
  if (names.includes('sup')) return 'superscript'
  return names.includes('sub') ? 'subscript' : undefined
}

function toRun(piece: Marked): FormattedRun {
  let [italic, bold] = [false, false]
  let url: string | undefined
  for (const name of piece.names) {
    if (name === 'italic' || name === 'upright') italic = name === 'italic'
    else if (name === 'bold' || name === 'regular') bold = name === 'bold'
    else if (name.startsWith('link:')) url = name.slice('link:'.length)
  }
  return {text: flat(piece), italic, bold, url, script: scriptOf(piece)}
}

/** Without blanks at the ends, and without two where runs meet. */
function trim(runs: readonly FormattedRun[]): readonly FormattedRun[] {
  const out: FormattedRun[] = []
  for (const run of runs) {
    const after = out.at(-1)?.text ?? ' '
    const text = after.endsWith(' ') ? run.text.trimStart() : run.text
    if (text !== '') out.push({...run, text})
  }
  const last = out.pop()
  const text = last?.text.trimEnd() ?? ''
  return last === undefined || text === '' ? out : [...out, {...last, text}]
}

/** Runs that share a look stand in one node for it, the first look outermost. */
function nest(
  runs: readonly FormattedRun[],
  [look, ...inner]: readonly ('url' | 'bold' | 'italic' | 'script')[],
): PhrasingContent[] {
  if (look === undefined) {
    const value = runs.map(({text}) => text).join('')
    return value === '' ? [] : [{type: 'text', value}]
  }
  const nodes: PhrasingContent[] = []
  for (let start = 0, end = 0; start < runs.length; start = end) {
    const value = runs[start]?.[look]
    while (end < runs.length && runs[end]?.[look] === value) end++
    const children = nest(runs.slice(start, end), inner)
    if (value === 'subscript' || value === 'superscript') nodes.push({type: value, children})
    else if (typeof value === 'string') nodes.push({type: 'link', url: value, children})
    else if (value === true) nodes.push({type: look === 'bold' ? 'strong' : 'emphasis', children})
    else nodes.push(...children)
  }
  return nodes
}
