import type {Nodes, PhrasingContent} from 'mdast'
import {directiveFromMarkdown} from 'mdast-util-directive'
import type {CompileContext, Extension, Handle, Token} from 'mdast-util-from-markdown'
import type {Position} from 'unist'
import {isLanguageTag, type RawText, type WrittenAttribute, type WrittenDirective} from '../language/index.ts'

declare module 'mdast-util-from-markdown' {
  interface CompileData {
    /** Places of the attributes of the list that is open, in step with `directiveAttributes`. */
    attributePlaces?: {position: Position; valuePosition?: Position}[] | undefined
  }
}

/**
 * The tree side of the directive syntax: what `mdast-util-directive` makes, and what it drops but safe
 * reading needs: attributes that are written twice, places of attributes and values, labels as typed, names
 * that no directive has, and the phrasing inside an image's alternative text.
 */
export function writtenDirectives(): Extension {
  const extension: Extension = {
    enter: {unknownDirective: enterUnknown},
    exit: {unknownDirective: exitUnknown, label: exitLabel},
  }
  for (const kind of ['Text', 'Leaf', 'Container']) {
    const name = `directive${kind}`
    set(extension.enter, {
      [`${name}Attribute`]: enterAttribute,
      [`${name}AttributeValue`]: enterAttributeValue,
      [`${name}LabelString`]: enterLabelString,
    })
    set(extension.exit, {[`${name}Attributes`]: exitAttributes(name), [`${name}Name`]: exitName})
  }
  return extension
}

function set(target: Extension['enter'], handles: Record<string, Handle>): void {
  Object.assign(target ?? {}, handles)
}

function enterAttribute(this: CompileContext, token: Token): undefined {
  this.data.attributePlaces ??= []
  this.data.attributePlaces.push({position: positionOf(token)})
}

function enterAttributeValue(this: CompileContext, token: Token): undefined {
  const place = this.data.attributePlaces?.at(-1)
  if (place) place.valuePosition = positionOf(token)
}

/** Run the package's own handler, then keep the list that it is about to merge into an object. */
function exitAttributes(name: string): Handle {
  // the package's own names, as built above
  const handlers = directiveFromMarkdown().exit as Record<string, Handle>
  const merge = handlers[`${name}Attributes`]
  if (merge === undefined) throw new Error('mdast-util-directive has changed its handlers')
  return function (token) {
    const list = this.data.directiveAttributes ?? []
    const places = this.data.attributePlaces ?? []
    this.data.attributePlaces = undefined
    merge.call(this, token)
    const attributes: WrittenAttribute[] = []
    for (const [index, [attribute, value]] of list.entries()) {
      const place = places[index]
      if (place) attributes.push({name: attribute, value, ...place})
    }
    write(this.stack.at(-1), {attributes})
  }
}

/** The syntax takes a tab behind a name for a part of it. */
function exitName(this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1)
  if (node !== undefined && 'name' in node) node.name = this.sliceSerialize(token).replace(/\t+$/, '')
}

function enterLabelString(this: CompileContext, token: Token): undefined {
  const label: RawText = {value: this.sliceSerialize(token), position: positionOf(token)}
  // A container's label is a paragraph inside the directive, any other directive holds its label itself.
  const directive = this.stack.findLast(node => 'name' in node)
  write(directive, {label})
}

function write(node: Nodes | {type: 'fragment'} | undefined, part: Partial<WrittenDirective>): void {
  if (node === undefined || !('name' in node)) return
  node.data = {...node.data, written: {attributes: [], ...node.data?.written, ...part}}
}

function enterUnknown(this: CompileContext, token: Token): undefined {
  const name = this.sliceSerialize(token).replace(/^:+/, '')
  this.enter({type: 'text', value: '', data: {unknownDirective: name}}, token)
}

function exitUnknown(this: CompileContext, token: Token): undefined {
  const node = this.stack.at(-1)
  if (node?.type === 'text') node.value = this.sliceSerialize(token)
  this.exit(token)
}

/**
 * As `mdast-util-from-markdown` ends the label of a link or an image, but an image keeps the phrasing of its
 * alternative text where that holds a directive or a footnote call: a flat string would show the one to every
 * reader, and lose the other.
 */
function exitLabel(this: CompileContext): undefined {
  const label = this.stack.at(-1)
  const flat = this.resume()
  const node = this.stack.at(-1)
  this.data.inReference = true
  // A label holds phrasing.
  const children = label !== undefined && 'children' in label ? (label.children as PhrasingContent[]) : []
  if (node?.type === 'link') node.children = children
  else if (node?.type === 'image') {
    node.alt = flat
    if (children.some(holdsMore)) node.alternative = children
  }
}

/** Whether a node holds more than its flat text shows. */
function holdsMore(node: Nodes): boolean {
  if (node.type === 'textDirective' || node.type === 'footnoteReference') return true
  if (node.data?.unknownDirective !== undefined) return true
  if (node.type === 'html' && isLanguageTag(node.value)) return true
  return 'children' in node && node.children.some(holdsMore)
}

function positionOf(token: Token): Position {
  const {start, end} = token
  return {
    start: {line: start.line, column: start.column, offset: start.offset},
    end: {line: end.line, column: end.column, offset: end.offset},
  }
}
