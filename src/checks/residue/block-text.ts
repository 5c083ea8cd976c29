import type {Nodes, Text} from 'mdast'
import {
  type AnalyzedType,
  childrenOf,
  type MarkdownType,
  matchAt,
  type NodeOf,
} from '../../core/language/index.ts'

/**
 * Stands for a node that a phase consumes, or that is no text: code, an image, a note, a directive without
 * condition.
 */
export const consumed = '\uE000'
/** Stands for a text directive that the parser read and that takes a condition. */
export const condition = '\uE001'
/** Stands for a colon behind a backslash, or written as a character reference: it is literal. */
export const literalColon = '\uE002'
/** Stands for a bracket or brace that opens and is literal. */
export const literalOpening = '\uE003'
/** Stands for other punctuation that is literal. */
const literal = '\uE004'

function literalOf(character: string): string {
  if (character === ':') return literalColon
  return character === '[' || character === '{' ? literalOpening : literal
}

/** A stretch of a block’s text that one text node holds. */
interface TextSlice {
  /** Index of its first unit in the block’s text. */
  readonly start: number
  readonly offset: number
  /** Offset in the file behind the node. */
  readonly end: number
  /** Offsets in the file of its units; absent where they follow one another. */
  readonly offsets?: readonly number[]
}

/** The text that readers see of one block, as one string: emphasis and links are looked through. */
export interface BlockText {
  readonly text: string
  /** The same with the characters that stand behind a backslash or a reference. */
  readonly unescaped: string
  /** Offset in the file of a unit of the text. */
  offsetAt(index: number): number
  /**
   * Whether the node that begins at a unit stands right behind the one before it, with no mark in between.
   */
  touches(index: number): boolean
}

/**
 * The texts of a block: its own, and one for the content of each directive in it.
 *
 * @param nodes Phrasing of the block.
 * @param source Text of the file.
 * @param takesCondition Whether a directive of this name takes a condition.
 */
export function blockTexts(
  nodes: readonly Nodes[],
  source: string,
  takesCondition: (name: string) => boolean,
): readonly BlockText[] {
  const flattener = new Flattener(source, takesCondition)
  flattener.addAll(nodes)
  const inner = flattener.inner.flatMap(children => blockTexts(children, source, takesCondition))
  return [flattener.finish(), ...inner]
}

class Flattener {
  readonly inner: (readonly Nodes[])[] = []
  #text = ''
  #unescaped = ''
  readonly #pieces: TextSlice[] = []
  readonly #source: string
  readonly #takesCondition: (name: string) => boolean

  constructor(source: string, takesCondition: (name: string) => boolean) {
    this.#source = source
    this.#takesCondition = takesCondition
  }

  addAll(nodes: readonly Nodes[]): void {
    for (const node of nodes) this.#add(node)
  }

  finish(): BlockText {
    const pieces = this.#pieces
    return {
      text: this.#text,
      unescaped: this.#unescaped,
      offsetAt(index) {
        const piece = pieces.findLast(({start}) => start <= index)
        if (piece === undefined) return 0
        const at = index - piece.start
        return piece.offsets?.[at] ?? piece.offset + at
      },
      touches(index) {
        const at = pieces.findIndex(({start}) => start === index)
        return pieces[at]?.offset === pieces[at - 1]?.end
      },
    }
  }

  #add(node: Nodes): void {
    switch (node.type) {
      case 'text':
        this.#addText(node)
        break
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'linkReference':
        this.addAll(node.children)
        break
      case 'break':
        this.#append('\n', node)
        break
      default: {
        const children = childrenOf(node satisfies NodeOf<MarkdownType | AnalyzedType>)
        if (children.length > 0) this.inner.push(children)
        const hasCondition = node.type === 'textDirective' && this.#takesCondition(node.name)
        this.#append(hasCondition ? condition : consumed, node)
      }
    }
  }

  #append(text: string, {position}: Nodes, unescaped = text, offsets?: readonly number[]): void {
    const offset = position?.start.offset ?? 0
    const end = position?.end.offset ?? 0
    this.#pieces.push({start: this.#text.length, offset, end, ...(offsets && {offsets})})
    this.#text += text
    this.#unescaped += unescaped
  }

  #addText(node: Text): void {
    const {value, position, data} = node
    const from = position?.start.offset ?? 0
    const typed = position === undefined ? value : this.#source.slice(from, position.end.offset)
    if (data?.unknownDirective !== undefined)
      this.#append(consumed, node) // the parser reported it
    else if (typed === value) this.#append(value, node)
    else {
      const {text, indexes} = align(value, typed)
      const offsets = indexes.map(index => index + from)
      this.#append(text, node, value, offsets)
    }
  }
}

const reference = /&(?:#\d+|#x[\da-f]+|[\da-z]+);/iy

/**
 * A value beside the source that it was read from: which of its characters are escaped, and where each
 * stands.
 */
function align(value: string, typed: string): {readonly text: string; readonly indexes: readonly number[]} {
  let text = ''
  const indexes: number[] = []
  let at = 0
  for (const character of value) {
    const written = matchAt(reference, typed, at)?.[0]
    if (typed[at] === '\\' && typed[at + 1] === character) {
      indexes.push(at)
      text += literalOf(character)
      at += 2
      continue
    }
    if (written !== undefined && (character !== '&' || isAmpersand(written))) {
      for (let unit = 0; unit < character.length; unit++) indexes.push(at)
      text += /[!-/:-@[-`{-~]/.test(character) ? literalOf(character) : character
      at += written.length
      continue
    }
    // Blanks, and the marks of quotes, before a line are no part of the value.
    at = Math.max(at, typed.indexOf(character, at))
    for (let unit = 0; unit < character.length; unit++) indexes.push(at + unit)
    text += character
    at += character.length
  }
  return {text, indexes}
}

function isAmpersand(written: string): boolean {
  return /&(?:amp|#38|#x26);/i.test(written)
}
