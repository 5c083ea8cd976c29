import type {Position} from 'unist'
import {seenAs} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'
import {suggest} from '../../messages/suggest.ts'
import {foreignIn} from './foreign.ts'
import {type Line, linesOf} from './lines.ts'
import {type FenceLine, readFenceLine} from './opening.ts'

export interface FenceContext {
  /** Registered directive names. */
  readonly names: ReadonlySet<string>
  /** Those of them that only a container can have. */
  readonly containers: ReadonlySet<string>
  readonly report: Report
  /** Path of an included file; absent for the page itself. */
  readonly file?: string | undefined
}

/** A container that is open. */
interface OpenFence {
  readonly line: Line
  readonly colons: number
  readonly name: string
  /** How many quotes and list items stand around it. */
  readonly blocks: number
  /** Its fence was already reported as broken, so its missing end is not reported as well. */
  malformed: boolean
  /**
   * The first container inside that has as many colons or more: it is held, or this one should have ended
   * before it.
   */
  holds: {readonly line: Line; readonly colons: number; readonly name: string} | undefined
  /** Its fence is broken, or something inside makes its end uncertain. */
  doubtful: boolean
}

/**
 * Check the fences of containers line by line, as an author means them: every line that opens one must be
 * sound, and be closed by a line of its own with enough colons.
 *
 * @param source The whole text of a file.
 * @returns Uncertain ranges, which no reader may see. Sound sources give none and report nothing.
 */
export function lintFences(source: string, context: FenceContext): readonly Position[] {
  const scan = new FenceScan(context)
  for (const line of linesOf(source)) scan.read(line)
  return scan.finish()
}

class FenceScan {
  readonly #invalidRanges: Position[] = []
  readonly #open: OpenFence[] = []
  /** What ends the code or the comment that we are in. */
  #verbatim:
    | {readonly end: RegExp; readonly depth: number; readonly blocks: number; readonly what: string}
    | undefined
  /** Another tool's condition that we are in. */
  #foreign: {readonly line: Line; readonly end: RegExp | undefined} | undefined
  #last: Line | undefined
  readonly #context: FenceContext

  constructor(context: FenceContext) {
    this.#context = context
  }

  read(line: Line): void {
    this.#leaveBlocks(line)
    if (line.content.trim() === '') return
    const fence = this.#fenceIn(line)
    if (this.#verbatim !== undefined) this.#readVerbatim(line, fence)
    else if (this.#foreign !== undefined) this.#readForeign(line)
    else if (fence !== undefined) this.#readFence(line, fence)
    else if (!this.#enterForeign(line)) this.#enterVerbatim(line)
    this.#last = line
  }

  finish(): readonly Position[] {
    if (this.#foreign !== undefined) this.#endForeign(this.#last ?? this.#foreign.line)
    while (this.#open.length > 0) this.#unclosed('at the end of the file')
    return this.#invalidRanges
  }

  /** A fence, sound or not, in the line as typed, or as its author saw it. */
  #fenceIn(line: Line): FenceLine | undefined {
    if (!this.#isFlow(line)) return undefined
    if (line.content.startsWith(':::')) return readFenceLine(line.content)
    const seen = (seenAs(line.content) ?? line.content).trim()
    if (seen.startsWith(':::')) return lookAlike(readFenceLine(seen))
    return this.#shortFence(seen)
  }

  /**
   * `::clinician` or `:clinician` alone on a line, which is no leaf: colons are missing. Then `::` closes it.
   */
  #shortFence(line: string): FenceLine | undefined {
    const [, typed = '', name = ''] = /^(::?)([\p{L}\p{N}_-]*)(?:[[{].*[\]}])?$/u.exec(line) ?? []
    const colons = typed.length
    const top = this.#open.at(-1)
    if (colons > 0 && line === typed && top?.colons === colons) return {kind: 'close', colons}
    if (!this.#context.containers.has(name) || (colons === 1 && line !== typed + name)) return undefined
    const detail = `\`${typed}${name}\` has too few colons: a block is opened by \`:::${name}\` and closed by \`:::\``
    return {kind: 'malformed', colons, name, detail}
  }

  #readForeign(line: Line): void {
    const {end} = this.#foreign ?? {}
    if (end === undefined ? line.indent >= 4 : !end.test(line.content)) return
    this.#endForeign(end === undefined ? (this.#last ?? line) : line)
    if (end === undefined) this.read(line)
  }

  #endForeign(last: Line): void {
    if (this.#foreign !== undefined) this.#invalidRanges.push(rangeOf(this.#foreign.line, last))
    this.#foreign = undefined
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

  #enterForeign(line: Line): boolean {
    const foreign = this.#isFlow(line)
      ? foreignIn(line.content, word => this.#context.names.has(word))
      : undefined
    if (foreign === undefined) return false
    const detail = `\`${foreign.name}\` is another tool’s condition, and text for everyone here: write \`:::only{for=…}\``
    this.#report('fence-malformed', line, detail)
    this.#foreign = {line, end: foreign.end}
    if (foreign.end?.test(line.content)) this.#endForeign(line)
    return true
  }

  #readVerbatim(line: Line, fence: FenceLine | undefined): void {
    const {end, depth, what} = this.#verbatim ?? {end: /^/, depth: 0, blocks: 0, what: ''}
    const closes =
      fence?.kind === 'close'
        ? this.#open.find(open => open.colons <= fence.colons && closesAt(line, open))
        : undefined
    if (closes !== undefined) {
      const needed = ':'.repeat((fence?.colons ?? 0) + 1)
      this.#report(
        'fence-malformed',
        line,
        `This line inside a ${what} closes the container of line ${closes.line.number}: open that one with \`${needed}\``,
      )
      for (const open of this.#open) open.doubtful = true
    } else if (
      (end.test(line.content) && (what === 'comment' || this.#isFlow(line))) ||
      this.#open.length < depth
    )
      this.#verbatim = undefined
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
    } else this.#invalidRanges.push(rangeOf(line, line))
  }

  #push(line: Line, colons: number, written: string, doubtful: boolean): void {
    const outer = this.#open.at(-1)
    const {names} = this.#context
    // A name that is near none may be text for some readers: no message shows it.
    const name = names.has(written) || suggest(written, [...names]) !== undefined ? written : '…'
    if (outer !== undefined && outer.colons <= colons) {
      if (!outer.doubtful) outer.holds = {line, colons, name}
      for (const open of this.#open) open.doubtful = true
    }
    this.#open.push({
      line,
      colons,
      name,
      blocks: line.blocks,
      malformed: doubtful,
      holds: undefined,
      doubtful,
    })
  }

  #close(line: Line, colons: number): void {
    const top = this.#open.at(-1)
    if (top === undefined) {
      this.#report('fence-stray', line, `\`${':'.repeat(colons)}\` closes nothing: no container is open here`)
      this.#invalidRanges.push(rangeOf(line, line))
      return
    }
    if (!closesAt(line, top)) {
      const detail = `\`${':'.repeat(colons)}\` stands in a quote, a list item or a footnote inside the container of line ${top.line.number}, and closes nothing: write it where that begins`
      this.#report('fence-malformed', line, detail)
      top.malformed = true
      for (const open of this.#open) open.doubtful = true
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
    if (open === undefined) return
    if (open.holds !== undefined) this.#tooShort(open, open.holds)
    if (open.doubtful) this.#invalidRanges.push(rangeOf(open.line, line))
  }

  #tooShort({line, colons, name}: OpenFence, held: NonNullable<OpenFence['holds']>): void {
    const detail = `\`${':'.repeat(colons)}${name}\` holds \`${':'.repeat(held.colons)}${held.name}\` in line ${held.line.number}: open and close it with at least \`${':'.repeat(held.colons + 1)}\``
    this.#report('fence-too-short', line, detail)
  }

  #unclosed(where: string): void {
    const open = this.#open.pop()
    if (open === undefined) return
    const outer = this.#open.at(-1)
    // The same fence where an end was meant: one message, on the one that it was to end.
    const isEnd = outer?.holds?.line === open.line && outer.colons === open.colons && outer.name === open.name
    if (!open.malformed && !isEnd) {
      const fence = ':'.repeat(open.colons)
      const {holds} = open
      // Two fences alike: most likely the first was to be closed before the second.
      const isLikely = holds?.colons === open.colons
      const place = isLikely
        ? `before line ${holds.line.number}, where \`${fence}${holds.name}\` opens`
        : where
      const remedy = `write \`${fence}\` on a line of its own`
      const other = isLikely
        ? `, or, if it holds that one, open and close it with at least \`:${fence}\``
        : ''
      this.#report(
        'fence-unclosed',
        open.line,
        `\`${fence}${open.name}\` is not closed ${place}: ${remedy}${other}`,
      )
      if (holds !== undefined && !isLikely) this.#tooShort(open, holds)
    }
    this.#invalidRanges.push(rangeOf(open.line, this.#last ?? open.line))
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
    report(rule, {place: {start, end}, file, actual: fenceOf(line.content, this.#context.names), detail})
  }
}

/** The fence alone, with a name that is known: what stands behind it may be for some readers only. */
function fenceOf(content: string, names: ReadonlySet<string>): string {
  const [, signs = '', name = ''] = /^([^\s\p{L}\p{N}]*)([\p{L}\p{N}_-]*)/u.exec(content) ?? []
  return names.has(name) ? signs + name : signs
}

/**
 * Whether a line can close a container: it must stand as deep in quotes, list items and footnotes as the one
 * that opened it.
 */
function closesAt(line: Line, {blocks}: OpenFence): boolean {
  const at = line.behind[blocks]
  return at !== undefined && at.indent < 4 && at.content.startsWith(':::')
}

function lookAlike(fence: FenceLine): FenceLine {
  const name = fence.kind === 'close' ? undefined : fence.name
  const detail =
    'This line looks like a fence but holds characters that only look like colons or blanks, or that cannot be seen: retype it'
  return {kind: 'malformed', colons: fence.colons, name, detail}
}

function rangeOf(from: Line, to: Line): Position {
  return {
    start: {line: from.number, column: 1, offset: from.offset},
    end: {line: to.number, column: to.text.length + 1, offset: to.offset + to.text.length},
  }
}
