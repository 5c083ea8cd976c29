import {findAlleleStars} from '../allele-stars.ts'
import {mayBeName} from '../registered-directives.ts'
import {joinLines, type Replacement} from './join-lines.ts'
import {nameAt, openedName} from './name-at.ts'
import {FallbackError} from './refusals.ts'

/** Stands for a colon that begins no directive: punctuation as a colon is, and of as many UTF-16 units. */
const colonMask = '\u2058'
/** Stands for a single tilde, which strikes nothing out. */
const tildeMask = '\u2059'
/** Stands for the star of an allele, which emphasizes nothing. */
const starMask = '\u205A'
/** Stands for a line ending within a label, and for the indentation behind it: white space as they are. */
export const joint = '\u205F'

const masks = /[\u2058-\u205A\u205F]/
const reserved = /[\u2058-\u205A\u205F]|&#(?:x0*205[89AF]|0*82(?:5[678]|63));|&MediumSpace;/i

/**
 * A source in which only those colons, tildes and stars are left that begin a directive, strike out or
 * emphasize.
 */
export interface Masked {
  /** As long as the source. */
  readonly text: string
  /** The text that a masked one stands for. */
  restore(text: string): string
}

/** Directives of one paragraph: the native parser takes time that grows with their square. */
const maxMasks = 200

/**
 * Hide from a parser that knows no registered names what begins no directive, so that it need not be put back
 * into a tree where links, alternative texts and emphasis were read differently around it.
 *
 * @param text A source.
 * @param names Registered names.
 * @param from Offset behind its front matter.
 * @throws {FallbackError} Where a colon may be needed by other syntax, or a fence or a name is not sound.
 */
export function maskSource(text: string, names: ReadonlySet<string>, from: number): Masked {
  if (reserved.test(text)) throw new FallbackError('reserved character')
  const replacements: Replacement[] = []
  const marks = /:+|~+|\*+(?=\p{Nd})/gu
  marks.lastIndex = from
  const tags = new Tags(text, from)
  let directives = 0
  let directive = from
  let line = from
  let nextLine = from
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const start = found.index
    const end = start + found[0].length
    while (nextLine <= start) {
      line = nextLine
      const ending = text.indexOf('\n', line)
      nextLine = ending < 0 ? Number.POSITIVE_INFINITY : ending + 1
    }
    if (text[start] === '*') {
      for (const star of findAlleleStars(text, isEscaped(text, start) ? start + 1 : start, end))
        replacements.push({start: star, end: star + 1, by: starMask})
      if (tags.mayHold(start)) throw new FallbackError('star in a tag')
    } else if (isEscaped(text, start)) {
      if (end - start > 1) throw new FallbackError('escaped colon or tilde before others')
    } else if (text[start] === '~') {
      if (tags.mayHold(start)) throw new FallbackError('tilde in a tag')
      if (end - start === 1) replacements.push({start, end, by: tildeMask})
    } else if (!isNeeded({text, line, start, end}, names)) {
      if (tags.mayHold(start)) throw new FallbackError('colon in a tag')
      // All of a run: the native parser takes long over many that begin nothing.
      replacements.push({start, end, by: colonMask.repeat(end - start)})
    } else if (end - start === 1 && nameAt(text, end) !== undefined) {
      if (text.slice(directive, start).includes('\n\n')) directives = 0
      if (++directives > maxMasks) throw new FallbackError('many directives in one paragraph')
      directive = start
      replacements.push(...joinLines(text, line, start))
    }
  }
  return {
    text: replaced(text, replacements),
    restore: part =>
      masks.test(part)
        ? part
            .replaceAll(colonMask, ':')
            .replaceAll(tildeMask, '~')
            .replaceAll(starMask, '*')
            .replace(/\u205F+/g, '\n')
        : part,
  }
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let whole = ''
  let done = 0
  for (const {start, end, by} of [...replacements].sort((left, right) => left.start - right.start)) {
    if (start < done) continue // a label in a label: its lines are joined by the outer one
    whole += text.slice(done, start) + by
    done = end
  }
  return whole + text.slice(done)
}

/** Colons, where they stand, and where their line begins. */
interface Colons {
  readonly text: string
  readonly line: number
  readonly start: number
  readonly end: number
}

/** Whether colons begin a directive, or nothing for any parser. */
function isNeeded(colons: Colons, names: ReadonlySet<string>): boolean {
  const {text, line, start, end} = colons
  if (end - start > 1) {
    const before = text.slice(line, start)
    if (/^ *$/.test(before)) return isFence(colons, names)
    if (/^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*$/.test(before))
      throw new FallbackError('fence behind a marker')
  }
  const next = text[end]
  if (next === undefined || '|/'.includes(next)) return true
  if (next === '-' && isDelimiterRow(text, line)) return true
  // `dose: 5 mg` is no definition, and no cell below a table’s header.
  if (' \t\r\n'.includes(next)) return ' \t\r\n-|]'.includes(text[start - 1] ?? ' ')
  const name = openedName(text, end)
  if (name !== undefined && names.has(name) && end - start === 1) return true
  if (name !== undefined && mayBeName(name)) throw new FallbackError('unknown directive')
  if (text[start - 1] === ']') throw new FallbackError('colon of a definition')
  if (/(?:^|[^\p{L}\p{N}])(?:mailto|xmpp|https?)$/iu.test(text.slice(Math.max(0, start - 8), start)))
    throw new FallbackError('colon of a literal link')
  return false
}

/** Whether a line may say how the columns of a table are aligned. */
function isDelimiterRow(text: string, line: number): boolean {
  const ending = text.indexOf('\n', line)
  return /^[ \t>|:-]*\r?$/.test(text.slice(line, ending < 0 ? undefined : ending))
}

/** A line that opens or closes a container, or a leaf, with brackets and quotes that are simple. */
const soundFence =
  /^(?::{3,} *|:{2,}[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?(?:\[[^[\]\\]*\])?(?:\{[^{}]*\})? *)$/u

function isFence({text, start, end}: Colons, names: ReadonlySet<string>): boolean {
  const name = nameAt(text, end)
  const ending = text.indexOf('\n', end)
  const isSound = soundFence.test(text.slice(start, ending < 0 ? undefined : ending).replace(/\r$/, ''))
  const isLeaf = end - start === 2
  if (name === undefined ? !isLeaf : names.has(name)) {
    if (!isSound) throw new FallbackError('fence that is not plain')
    return true
  }
  if (!isLeaf || mayBeName(openedName(text, end) ?? '')) throw new FallbackError('unknown directive')
  return false
}

/** Tags and autolinks, which end with their paragraph at the latest; those of the language hold nothing. */
class Tags {
  readonly #text: string
  readonly #starts = /<(?!https?:\/\/[^\s<>]*>|\/?su[bp]>|br ?\/?>)(?:[a-z/]|[^\s<>]+@)/gi
  #last = -1
  #next: number

  constructor(text: string, from: number) {
    this.#text = text
    this.#starts.lastIndex = from
    this.#next = this.#find()
  }

  /** Whether an offset, later than all before, may be in one. */
  mayHold(offset: number): boolean {
    for (; this.#next < offset; this.#next = this.#find()) this.#last = this.#next
    if (this.#last < 0) return false
    if (!/\n[ \t]*\r?\n/.test(this.#text.slice(this.#last, offset))) return true
    this.#last = -1
    return false
  }

  #find(): number {
    return this.#starts.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY
  }
}

function isEscaped(text: string, index: number): boolean {
  let at = index
  while (text[at - 1] === '\\') at--
  return (index - at) % 2 === 1
}
