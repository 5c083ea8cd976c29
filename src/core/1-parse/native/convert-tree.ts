import type {Nodes, Root} from 'mdast'
import type {Point, Position} from 'unist'
import type {NativeNode} from '../../language/index.ts'
import {readDirectiveParts} from './directive-parts.ts'
import {assertNoLooseRun, assertPlainEmphasis} from './emphasis.ts'
import {LinePoints} from './line-points.ts'
import {assertPlainLink, mayHoldLink} from './literal-link.ts'
import {joint, type Masked} from './mask.ts'
import {blocks, links, parents, phrasingParents, quotes} from './node-kinds.ts'
import {assertPlainEdges, hasGap, mayHaveFailed} from './phrasing.ts'
import {assertAlone, assertPlainTag} from './plain-html.ts'
import {assertPlainText, directiveOpening} from './plain-text.ts'
import {FallbackError} from './refusals.ts'

/**
 * The reference tree, from the tree that a native parser made of a masked source.
 *
 * @param source As the reference parser would read it.
 * @throws {FallbackError} Where the reference tree may be another one.
 */
export function convertTree(root: NativeNode, source: string, masked: Masked): Root {
  const conversion = new Conversion(source, masked)
  const {type, position, children} = conversion.convert(root) as Root // a root is converted to a root
  conversion.finish()
  return {type, children, ...(position && {position})}
}

class Conversion {
  readonly #source: string
  readonly #masked: Masked
  readonly #points: LinePoints
  /** How many of these are open. */
  #containers = 0
  #quotes = 0
  #links = 0
  /** Columns before the text of the paragraph that is open. */
  #indentation: number | undefined
  /** Whether a line of the paragraph begins behind blanks with another node than text. */
  #hasGap = false
  /** Whether the paragraph holds what micromark may have tried to read over lines, in vain. */
  #hasFailed = false
  /** Whether a paragraph, or another block that holds phrasing, is open. */
  #isInBlock = false
  #hasLiteralLink = false
  #hasBracket = false

  constructor(source: string, masked: Masked) {
    this.#source = source
    this.#masked = masked
    this.#points = new LinePoints(source)
  }

  convert(node: NativeNode): Nodes {
    const position = this.#positionOf(node)
    const made: {type: string; children?: Nodes[]; position?: Position} = {type: node.type}
    Object.assign(made, this.#fields(node, position))
    if (parents.has(node.type)) made.children = this.#children(node, position)
    made.position = position
    return made as Nodes // `#fields` gives each type the fields that it has
  }

  /** @throws {FallbackError} For what only the whole document shows. */
  finish(): void {
    // A literal link behind a bracket that may be a link’s is found later, and has no position.
    if (this.#hasLiteralLink && this.#hasBracket) throw new FallbackError('literal link beside a bracket')
  }

  #children(node: NativeNode, position: Position): Nodes[] {
    this.#enter(node, position)
    const children = (node.children ?? []).map(child => this.convert(child))
    if (phrasingParents.has(node.type)) {
      if (hasGap(children)) this.#hasGap = true
      if (node.type === 'paragraph' && !isLabel(node)) assertPlainEdges(children, position, this.#source)
    }
    this.#leave(node, children)
    return children
  }

  #enter(node: NativeNode, {start}: Position): void {
    if (node.type === 'containerDirective') this.#containers++
    else if (quotes.has(node.type)) this.#quotes++
    else if (links.has(node.type)) this.#links++
    else if (blocks.has(node.type)) {
      this.#isInBlock = true
      if (listMarker.test(this.#source.slice(offsetOf(start), offsetOf(start) + 12)))
        throw new FallbackError('paragraph that begins like a list')
      this.#indentation =
        node.type === 'paragraph' && this.#quotes === 0 && !isLabel(node) ? start.column - 1 : undefined
    }
  }

  #leave(node: NativeNode, children: readonly Nodes[]): void {
    if (node.type === 'containerDirective') this.#containers--
    else if (quotes.has(node.type)) this.#quotes--
    else if (links.has(node.type)) this.#links--
    else if (blocks.has(node.type)) {
      if (this.#hasGap && (this.#hasFailed || mayHaveFailed(children)))
        throw new FallbackError('syntax without end')
      this.#isInBlock = false
      this.#hasGap = false
      this.#hasFailed = false
    }
  }

  #fields(node: NativeNode, position: Position): object {
    switch (node.type) {
      case 'root':
      case 'thematicBreak':
      case 'blockquote':
      case 'tableCell':
        return {}
      case 'emphasis':
        return this.#emphasis(position, 1)
      case 'strong':
      case 'delete':
        return this.#emphasis(position, 2)
      case 'paragraph':
        return isLabel(node) ? {data: {directiveLabel: true}} : {}
      case 'heading':
        return {depth: node.depth}
      case 'list':
        return {ordered: node.ordered, start: node.start, spread: node.spread}
      case 'listItem':
        return this.#listItem(node)
      case 'table':
        if (!/^(?:\r?\n[ \t>]*)?(?:\r?\n|$)/.test(this.#source.slice(position.end.offset)))
          throw new FallbackError('text behind a table')
        return {align: node.align}
      case 'tableRow':
        // The native parser takes a tag and the fence of a container for a row.
        if ('<:'.includes(this.#at(position.start) ?? '<'))
          throw new FallbackError('tag or fence behind a table')
        return {}
      case 'code':
        this.#assertEnd(position)
        return {
          lang: this.#optional(node.lang),
          meta: this.#optional(node.meta),
          value: this.#text(node.value),
        }
      case 'text':
        return this.#plainText(node, position)
      case 'html':
        if (this.#isInBlock) assertPlainTag(node.value)
        else assertAlone(this.#source, offsetOf(position.start), offsetOf(position.end))
        return {value: this.#text(node.value)}
      case 'inlineCode':
      case 'yaml':
        return {value: this.#text(node.value)}
      case 'break':
        if ('\t>]'.includes(this.#at(position.end) ?? ' '))
          throw new FallbackError('break before a tab, a marker or a bracket')
        return {}
      case 'link':
        this.#literalLink(position)
        return {title: this.#optional(node.title), url: this.#text(node.url)}
      case 'image':
        this.#assertPlainImage(node, position)
        return {title: this.#optional(node.title), url: this.#text(node.url), alt: this.#text(node.alt)}
      case 'linkReference':
        return {...this.#association(node), referenceType: node.referenceType}
      case 'imageReference':
        this.#assertPlainImage(node, position)
        return {...this.#association(node), referenceType: node.referenceType, alt: this.#text(node.alt)}
      case 'footnoteReference':
        return this.#association(node)
      case 'footnoteDefinition':
        this.#assertOutside()
        return this.#association(node)
      case 'definition':
        this.#assertOutside()
        return {...this.#association(node), title: this.#optional(node.title), url: this.#text(node.url)}
      case 'containerDirective':
      case 'leafDirective':
      case 'textDirective':
        return this.#directive(node, position)
      default:
        throw new FallbackError(`node of type ${node.type}`)
    }
  }

  #text(value: unknown): string {
    if (typeof value !== 'string') throw new FallbackError('field that is no text')
    if (value.includes(joint)) throw new FallbackError('joined lines outside a label')
    return this.#masked.restore(value)
  }

  #optional(value: unknown): string | null {
    return typeof value === 'string' ? this.#text(value) : null
  }

  #association({identifier, label}: NativeNode): object {
    return {identifier: this.#text(identifier), label: this.#text(label)}
  }

  #emphasis({start, end}: Position, width: number): object {
    assertPlainEmphasis(this.#source, offsetOf(start), offsetOf(end), width)
    return {}
  }

  #plainText({value}: NativeNode, {start, end}: Position): object {
    if (typeof value !== 'string') throw new FallbackError('field that is no text')
    assertPlainText(value)
    if (/[*_~]/.test(value)) assertNoLooseRun(this.#masked.text, offsetOf(start), offsetOf(end))
    if (this.#links === 0 && mayHoldLink(value)) throw new FallbackError('literal link')
    if (value.includes('[')) this.#hasBracket = true
    if (value.includes('`')) this.#hasFailed = true
    return {value: this.#masked.restore(value)}
  }

  #listItem({spread, checked, children}: NativeNode): object {
    const [first] = children ?? []
    if (typeof checked === 'boolean' && (first?.type !== 'paragraph' || first.children?.[0]?.type !== 'text'))
      throw new FallbackError('task that does not begin with a word')
    return {spread, checked}
  }

  #literalLink({start, end}: Position): void {
    if ('[<'.includes(this.#at(start) ?? '')) return
    assertPlainLink(this.#source, offsetOf(start), offsetOf(end))
    this.#hasLiteralLink = true
  }

  /** The parsers disagree on where indented code ends, and code whose fence is not closed. */
  #assertEnd({start, end}: Position): void {
    const code = this.#source.slice(offsetOf(start), offsetOf(end))
    const [, fence] = /^(`{3,}|~{3,})/.exec(code) ?? []
    if (fence === undefined) throw new FallbackError('indented code')
    const [, closing = ''] = /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(lastLine(code)) ?? []
    if (!closing.startsWith(fence)) throw new FallbackError('code without end')
  }

  /**
   * micromark reads what a container holds after the text before it, and so knows its definitions too late.
   */
  #assertOutside(): void {
    if (this.#containers > 0) throw new FallbackError('definition in a container')
  }

  #assertPlainImage({alt}: NativeNode, {start, end}: Position): void {
    if (String(alt).includes('\\')) throw new FallbackError('backslash in an alternative text')
    // Of such an image the reference tree keeps more than a flat text.
    const text = this.#masked.text.slice(offsetOf(start), offsetOf(end))
    if (directiveOpening.test(text) || text.includes('[^') || /<\/?(?:su[bp]|br)/.test(text))
      throw new FallbackError('more than text in an image')
  }

  #directive(node: NativeNode, {start, end}: Position): object {
    const {name} = node
    const source = this.#source
    const from = offsetOf(start)
    let at = from
    while (source[at] === ':') at++
    if (typeof name !== 'string' || !source.startsWith(name, at))
      throw new FallbackError('name of a directive')
    const pointAt = (offset: number): Point => this.#points.at(offset)
    const place = {source, indentation: this.#indentation, pointAt}
    const {attributes, written, hasEmptyLabel, end: read} = readDirectiveParts(place, at + name.length)
    const opened = source.slice(from, read)
    if (/[`|]|<[a-z/!?]/i.test(opened)) throw new FallbackError('code, bar or tag in a directive')
    if (opened.includes('>') && /<[a-z/!?]/i.test(source)) throw new FallbackError('tag around a directive')
    if (/\[[ \t]|[ \t]\]/.test(opened)) throw new FallbackError('blank at the edge of a label')
    if (node.type === 'containerDirective') {
      const [first] = node.children ?? []
      const hasLabel = first !== undefined && isLabel(first)
      const [, fence = ''] = /\n[ \t]*(:+)[ \t]*$/.exec(lastLine(source.slice(read, end.offset))) ?? []
      if (fence.length < at - from) throw new FallbackError('container without end')
      if (hasEmptyLabel || hasLabel !== (written?.label !== undefined))
        throw new FallbackError('label of a container')
    } else if (
      source.slice(read, offsetOf(end)).trim() !== '' ||
      (node.type === 'textDirective' ? read !== end.offset : !'\r\n'.includes(this.#at(end) ?? '\n'))
    )
      throw new FallbackError('end of a directive')
    return {name, attributes, ...(written && {data: {written}})}
  }

  #at({offset}: Point): string | undefined {
    return this.#source[offset ?? 0]
  }

  /** Lines and columns are counted again: in the masked text labels are joined to one line. */
  #positionOf({position}: NativeNode): Position {
    if (position === undefined) throw new FallbackError('node without position')
    return {start: this.#points.at(offsetOf(position.start)), end: this.#points.at(offsetOf(position.end))}
  }
}

const listMarker = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t\r\n]|$)/

function isLabel({data}: NativeNode): boolean {
  return typeof data === 'object' && data !== null && 'directiveLabel' in data
}

function offsetOf({offset}: Point): number {
  if (offset === undefined) throw new FallbackError('node without position')
  return offset
}

/** With the line feed before it. */
function lastLine(text: string): string {
  return text.slice(Math.max(0, text.lastIndexOf('\n')))
}
