import type {Image, Link, PhrasingContent, Text} from 'mdast'
import {
  type AnalyzedType,
  type CrossReference,
  curlyQuotesHint,
  footnoteCalls,
  isComment,
  type MarkdownType,
  type NodeOf,
  nestTags,
  sliceRaw,
} from '../language/index.ts'
import {suggest} from '../messages/suggest.ts'
import {lowerAlternative, reportTitle} from './attribute-text.ts'
import {lowerHtml, reportUrl} from './flow.ts'
import {lowerForeign} from './foreign.ts'
import type {LoweringContext} from './lowering-context.ts'
import {joinAround} from './markers.ts'
import {isDirective} from './use-directive.ts'

/** Lower a run of phrasing. */
export function lowerPhrasing(all: readonly PhrasingContent[], lowerer: LoweringContext): PhrasingContent[] {
  const nodes = nestTags(withoutComments(all, lowerer), ({value, position}) => {
    lowerer.report('tag-unbalanced', {place: position, actual: value})
  })
  return nodes.flatMap((node, index) => {
    if (isDirective(node)) {
      if (isCutShort(node, nodes[index + 1], lowerer)) return []
      return lowerer.directive(node) as PhrasingContent[] // a text directive lowers to phrasing
    }
    return lowerNode(node, lowerer)
  })
}

/** A comment goes with one of the blanks around it. */
function withoutComments(
  nodes: readonly PhrasingContent[],
  lowerer: LoweringContext,
): readonly PhrasingContent[] {
  const index = nodes.findIndex(node => node.type === 'html' && isComment(node.value))
  const comment = nodes[index]
  if (comment?.type !== 'html') return nodes
  lowerHtml(comment, lowerer)
  return withoutComments(joinAround(nodes.slice(0, index), nodes.slice(index + 1)), lowerer)
}

function lowerNode(node: PhrasingContent, lowerer: LoweringContext): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return lowerText(node, lowerer)
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
      return [{...node, children: lowerer.phrasing(node.children)}]
    case 'link':
      return [lowerLink(node, lowerer)]
    case 'linkReference': {
      const reference = {...node, children: lowerer.phrasing(node.children)}
      lowerer.scope.links.references.push({
        node: reference,
        visibility: lowerer.visibility,
        file: lowerer.file,
      })
      return [reference]
    }
    case 'image':
      return [lowerImage(node, lowerer)]
    case 'imageReference': {
      const reference = {
        ...node,
        ...(node.alternative && lowerAlternative(node.alternative, lowerer)),
      }
      lowerer.scope.links.references.push({
        node: reference,
        visibility: lowerer.visibility,
        file: lowerer.file,
      })
      return [reference]
    }
    case 'footnoteReference':
      return [{...node, identifier: lowerer.scope.footnotes + node.identifier}]
    case 'html':
      return lowerHtml(node, lowerer) as PhrasingContent[] // html in, html out
    default:
      return lowerForeign(node satisfies NodeOf<MarkdownType | AnalyzedType>, lowerer)
  }
}

function lowerText(node: Text, lowerer: LoweringContext): Text[] {
  const {data, position, ...rest} = node
  const name = data?.unknownDirective
  if (name !== undefined && position !== undefined) {
    const {line, column, offset = 0} = position.start
    const colons = node.value.startsWith('::') ? 2 : 1
    const length = colons + name.length
    const end = {line, column: column + length, offset: offset + length}
    const expected = [...lowerer.page.input.directives.values()]
      .filter(({kinds}) => kinds.includes('text') || (colons === 2 && kinds.includes('leaf')))
      .map(known => known.name)
    lowerer.report('directive-unknown', {place: {start: position.start, end}, actual: name, expected})
  }
  if (name !== undefined) lowerer.doubt() // it may be a condition that was mistyped
  reportFootnotes(node, lowerer)
  noteBrackets(node, lowerer)
  reportLeaves(node, lowerer)
  return [data === undefined ? node : {...rest, ...(position && {position})}]
}

/**
 * Text in brackets may be a link whose definition stands in a container further below, where Markdown does
 * not look.
 */
function noteBrackets(node: Text, {scope, visibility, file}: LoweringContext): void {
  if (node.value.includes('['))
    scope.links.texts.push({node, visibility, file, typed: typedText(node, scope.text)})
}

/** `::include` inside a line is text for everyone as it was typed. */
function reportLeaves(node: Text, {scope, report}: LoweringContext): void {
  const {position} = node
  if (position === undefined || !node.value.includes('::')) return
  const raw = {value: typedText(node, scope.text), position}
  const before = scope.text.slice(Math.max(0, (position.start.offset ?? 0) - 1), position.start.offset)
  for (const {index, name} of scope.hidden.leaves(raw.value, before)) {
    const written = `::${name}`
    const place = sliceRaw(raw, index, index + written.length)
    const detail = `\`${written}\` stands inside a line: put it on a line of its own`
    report('directive-misplaced', {place, actual: written, detail})
  }
}

function typedText({position}: Text, source: string): string {
  const {start, end} = position ?? {}
  return start?.offset === undefined || end?.offset === undefined
    ? ''
    : source.slice(start.offset, end.offset)
}

/** GFM leaves a call without a definition as text, silently; an author should hear of it. */
function reportFootnotes(node: Text, {scope, report}: LoweringContext): void {
  const {position} = node
  if (position === undefined) return
  const raw = {value: typedText(node, scope.text), position}
  for (const {call, name, index} of footnoteCalls(raw.value)) {
    const defined = [...scope.text.matchAll(/^[ \t>]*\[\^([^\]\s]+)\]:/gm)].map(([, known = '']) => known)
    const near = suggest(name, defined)
    const detail =
      near === undefined || near === name
        ? `No footnote is defined for \`${call}\`; in a container, a footnote must be defined above its calls`
        : `No footnote is defined for \`${call}\`: did you mean \`[^${near}]\`?`
    report('footnote-missing', {
      place: sliceRaw(raw, index, index + call.length),
      actual: call,
      ...(near !== undefined && near !== name && {expected: [`[^${near}]`]}),
      detail,
    })
  }
}

function lowerLink(node: Link, lowerer: LoweringContext): PhrasingContent {
  const children = lowerer.phrasing(node.children)
  const {position} = node
  if (reportUrl(node.url, node, lowerer)) return {type: 'span', children, position}
  const place = lowerer.placeAt(node.url)
  const isBare = children.every(child => child.type === 'text' && child.value.trim() === '')
  if (isBare && (place === undefined || place.page !== undefined)) {
    const detail = `The link to \`${node.url}\` has no text`
    lowerer.report('link-empty', {place: node, actual: node.url, detail})
  }
  if (place !== undefined) {
    const reference: CrossReference = {type: 'crossReference', ...place, missing: 'error', children, position}
    if (isBare && place.page === undefined)
      lowerer.page.bareLinks.push({node: reference, visibility: lowerer.visibility, file: lowerer.file})
    return reference
  }
  reportTitle(node, lowerer)
  return {...node, children}
}

function lowerImage(node: Image, lowerer: LoweringContext): PhrasingContent {
  const {alternative, ...image} = node
  if (reportUrl(node.url, node, lowerer))
    return {type: 'text', value: node.alt ?? '', position: node.position}
  reportTitle(node, lowerer)
  return alternative === undefined ? image : {...image, ...lowerAlternative(alternative, lowerer)}
}

/**
 * `:only[x` and `:only{for=` without an end leave a directive that is only a name: what follows is in doubt.
 */
function isCutShort(
  node: PhrasingContent,
  next: PhrasingContent | undefined,
  lowerer: LoweringContext,
): boolean {
  if (!isDirective(node)) return false
  const end = node.position?.end.offset
  if (end === undefined) return false
  const {text} = lowerer.scope
  const label = node.data?.written?.label
  const opened = text[end] === '{' || (text[end] === '[' && label === undefined)
  if (!opened || next === undefined) return false
  const bracket = text[end] === '{' ? '{…}' : '[…]'
  const written = bracket === '{…}' ? (/^\{[^{}\n]*/.exec(text.slice(end))?.[0] ?? '') : ''
  const problem = curlyQuotesHint(written) ?? 'does not close, or holds a quote that does not'
  const detail = `The ${bracket} after \`:${node.name}\` ${problem}`
  lowerer.report('fence-malformed', {place: node, actual: `:${node.name}`, detail})
  lowerer.doubt()
  return true
}
