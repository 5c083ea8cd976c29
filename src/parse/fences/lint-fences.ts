import type {Position} from 'unist'
import type {Report} from '../../messages/reporter.ts'
import {type Line, linesOf} from './lines.ts'
import {type FenceLine, readFenceLine} from './opening.ts'

export interface FenceContext {
  /** Registered directive names. */
  readonly names: ReadonlySet<string>
  readonly report: Report
  /** Path of an included file; absent for the page itself. */
  readonly file?: string | undefined
}

/** A container that is open. */
interface Open {
  readonly line: Line
  readonly colons: number
  readonly name: string
  /** How many quotes and list items stand around it. */
  readonly blocks: number
  /** Its fence is broken, or something inside makes its end uncertain. */
  doubtful: boolean
}

/**
 * Check the fences of containers line by line, as an author means them: every line that opens one must be sound, and
 * be closed by a line of its own with enough colons.
 *
 * @param source The whole text of a file.
 * @returns Ranges that are in doubt, to be shown to nobody. Sound sources give none and report nothing.
 */
export function lintFences(source: string, context: FenceContext): readonly Position[] {
  const scan = new FenceScan(context)
  for (const line of linesOf(source)) scan.read(line)
  return scan.finish()
}

class FenceScan {
  readonly #doubts: Position[] = []
  readonly #open: Open[] = []
  /** What ends the code or the comment that we are in. */
  #verbatim:
    | {readonly end: RegExp; readonly depth: number; readonly blocks: number; readonly what: string}
    | undefined
  #last: Line | undefined
  readonly #context: FenceContext

  constructor(context: FenceContext) {
    this.#context = context
  }

  read(line: Line): void {
    this.#leaveBlocks(line)
    if (line.content.trim() === '') return
    const fence =
      line.content.startsWith(':::') && this.#isFlow(line) ? readFenceLine(line.content) : undefined
    if (this.#verbatim !== undefined) this.#readVerbatim(line, fence)
    else if (fence !== undefined) this.#readFence(line, fence)
    else this.#enterVerbatim(line)
    this.#last = line
  }

  finish(): readonly Position[] {
    while (this.#open.length > 0) this.#unclosed('at the end of the file')
    return this.#doubts
  }

  /** A quote or list item that ends, ends every container in it. */
  #leaveBlocks(line: Line): void {
    while (line.kept < (this.#open.at(-1)?.blocks ?? 0))
      this.#unclosed('where the quote or list item around it ends')
    if (this.#verbatim !== undefined && line.kept < this.#verbatim.blocks) this.#verbatim = undefined
  }

  /** Four columns further in is code, or goes on with a paragraph: no fence either way. */
  #isFlow(line: Line): boolean {
    return line.indent < 4
  }

  #enterVerbatim(line: Line): void {
    const code = /^(`{3,})[^`]*$|^(~{3,})/.exec(line.content)
    const mark = code?.[1] ?? code?.[2]
    const depth = this.#open.length
    if (mark !== undefined && this.#isFlow(line)) {
      this.#verbatim = {
        end: new RegExp(`^${mark[0]}{${mark.length},}[ \\t]*$`),
        depth,
        blocks: line.blocks,
        what: 'code block',
      }
    } else if (line.content.startsWith('<!--') && !line.content.includes('-->')) {
      this.#verbatim = {end: /-->/, depth, blocks: line.blocks, what: 'comment'}
    }
  }

  #readVerbatim(line: Line, fence: FenceLine | undefined): void {
    const {end, depth, what} = this.#verbatim ?? {end: /^/, depth: 0, blocks: 0, what: ''}
    const closes = fence?.kind === 'close' ? this.#open.find(({colons}) => colons <= fence.colons) : undefined
    if (closes !== undefined) {
      const needed = ':'.repeat((fence?.colons ?? 0) + 1)
      this.#report(
        'fence-malformed',
        line,
        `This line inside a ${what} closes the container of line ${closes.line.number}: open that one with \`${needed}\``,
      )
      for (const open of this.#open) open.doubtful = true
    } else if (end.test(line.content) || this.#open.length < depth) this.#verbatim = undefined
  }

  #readFence(line: Line, fence: FenceLine): void {
    if (fence.kind === 'close') this.#close(line, fence.colons)
    else if (fence.kind === 'open') this.#push(line, fence.colons, fence.name, false)
    else this.#malformed(line, fence)
  }

  #malformed(line: Line, {colons, name, detail}: Extract<FenceLine, {kind: 'malformed'}>): void {
    this.#report('fence-malformed', line, detail)
    const opens = name !== undefined && (this.#context.names.has(name) || this.#open.length === 0)
    if (opens) this.#push(line, colons, name, true)
    else if (this.#open.length > 0) {
      for (const open of this.#open) open.doubtful = true
      this.#pop(line)
    } else this.#doubts.push(rangeOf(line, line))
  }

  #push(line: Line, colons: number, name: string, doubtful: boolean): void {
    const outer = this.#open.at(-1)
    if (outer !== undefined && outer.colons <= colons) {
      const needed = ':'.repeat(colons + 1)
      const detail = `\`${':'.repeat(outer.colons)}${outer.name}\` holds \`${':'.repeat(colons)}${name}\` in line ${line.number}: open and close it with at least \`${needed}\``
      if (!outer.doubtful) this.#report('fence-too-short', outer.line, detail)
      for (const open of this.#open) open.doubtful = true
    }
    this.#open.push({line, colons, name, blocks: line.blocks, doubtful})
  }

  #close(line: Line, colons: number): void {
    const top = this.#open.at(-1)
    if (top === undefined) {
      this.#report('fence-stray', line, `\`${':'.repeat(colons)}\` closes nothing: no container is open here`)
      this.#doubts.push(rangeOf(line, line))
      return
    }
    const exact = this.#open.findLastIndex(open => open.colons === colons)
    if (top.colons > colons && exact < 0) {
      const needed = ':'.repeat(top.colons)
      this.#report(
        'fence-stray',
        line,
        `\`${':'.repeat(colons)}\` closes nothing: the container of line ${top.line.number} needs \`${needed}\``,
      )
      top.doubtful = true
      return
    }
    while (exact >= 0 && this.#open.length - 1 > exact && !top.doubtful)
      this.#unclosed(`before line ${line.number}`)
    this.#pop(line)
  }

  #pop(line: Line): void {
    const open = this.#open.pop()
    if (open?.doubtful) this.#doubts.push(rangeOf(open.line, line))
  }

  #unclosed(where: string): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const fence = ':'.repeat(open.colons)
    this.#report(
      'fence-unclosed',
      open.line,
      `\`${fence}${open.name}\` is not closed ${where}: write \`${fence}\` on a line of its own`,
    )
    this.#doubts.push(rangeOf(open.line, this.#last ?? open.line))
    for (const outer of this.#open) outer.doubtful = true
  }

  #report(
    rule: 'fence-malformed' | 'fence-stray' | 'fence-too-short' | 'fence-unclosed',
    line: Line,
    detail: string,
  ): void {
    const {report, file} = this.#context
    const column = line.contentIndex + 1
    const start = {line: line.number, column, offset: line.offset + line.contentIndex}
    const end = {line: line.number, column: line.text.length + 1, offset: line.offset + line.text.length}
    report(rule, {place: {start, end}, file, actual: line.content.trimEnd(), detail})
  }
}

function rangeOf(from: Line, to: Line): Position {
  return {
    start: {line: from.number, column: 1, offset: from.offset},
    end: {line: to.number, column: to.text.length + 1, offset: to.offset + to.text.length},
  }
}
