import type {Blockquote, Code, Heading, ListItem, Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Position} from 'unist'
import {type AnalyzedType, isComment, isUnsafeUrl, type MarkdownType, type NodeOf} from '../language/index.ts'
import {lowerAlert} from './alerts.ts'
import {lowerForeign} from './foreign.ts'
import {takeHeadingId} from './heading-ids.ts'
import type {LoweringContext} from './lowering-context.ts'
import {isBlank, type Marker, markedData, takeMarker} from './markers.ts'
import {lowerLine, lowerTable} from './tables.ts'
import {isDirective} from './use-directive.ts'

/** Lower a run of sibling blocks. What the fence check found in doubt is left out. */
export function lowerFlow(nodes: readonly RootContent[], lowerer: LoweringContext): RootContent[] {
  const out: RootContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined || isInInvalidRange(node, lowerer)) continue
    if (node.type !== 'heading') {
      out.push(...lowerBlock(node, lowerer))
      continue
    }
    const found = takeMarker(node.children, 'anywhere', lowerer)
    if (found === 'broken') {
      index = sectionEnd(nodes, index) - 1 // the whole section was meant for some readers: no reader gets it
      continue
    }
    const heading: Heading = {...node, children: found.rest}
    if (found.marker === undefined) {
      const lowered = lowerHeading(heading, lowerer, undefined)
      if (lowered.length === 0) index = sectionEnd(nodes, index) - 1 // what was mistyped may be its marker
      out.push(...lowered)
      continue
    }
    const end = sectionEnd(nodes, index)
    const inner = lowerer.within(found.marker.condition)
    const children = [
      ...lowerHeading(heading, inner, found.marker),
      ...lowerFlow(nodes.slice(index + 1, end), inner),
    ]
    out.push({type: 'fragment', data: {condition: found.marker.condition}, children})
    index = end - 1
  }
  return out
}

/** Index behind the last sibling of a heading's section. */
function sectionEnd(nodes: readonly RootContent[], start: number): number {
  const heading = nodes[start]
  const depth = heading?.type === 'heading' ? heading.depth : 0
  for (let index = start + 1; index < nodes.length; index++) {
    const node = nodes[index]
    if (node?.type === 'heading' && node.depth <= depth) return index
  }
  return nodes.length
}

function lowerHeading(node: Heading, lowerer: LoweringContext, marker: Marker | undefined): RootContent[] {
  const {id = marker?.id, rest} = takeHeadingId(node.children, lowerer.scope.text)
  const children = lowerer.block(inner => lowerLine(rest, inner))
  if (children === undefined) return []
  const heading: Heading = {...node, children, data: {...(id !== undefined && {id})}}
  lowerer.page.headings.push({node: heading, visibility: lowerer.visibility, file: lowerer.file})
  return [heading]
}

function lowerBlock(node: RootContent, lowerer: LoweringContext): RootContent[] {
  if (isDirective(node))
    return node.type === 'textDirective' ? [] : (lowerer.block(inner => inner.directive(node)) ?? [])
  switch (node.type) {
    case 'paragraph':
      return lowerParagraph(node, lowerer)
    case 'list':
      return [{...node, children: node.children.flatMap(item => lowerItem(item, lowerer))}]
    case 'table':
      return [lowerTable(node, lowerer)]
    case 'blockquote':
      return [lowerAlert(node, lowerer) ?? lowerQuote(node, lowerer)]
    case 'footnoteDefinition': {
      const identifier = lowerer.scope.footnotes + node.identifier
      // flow in, flow out
      return [{...node, identifier, children: lowerer.flow(node.children) as typeof node.children}]
    }
    case 'definition':
      reportUrl(node.url, node, lowerer)
      lowerer.scope.links.definitions.push({node, visibility: lowerer.visibility, file: lowerer.file})
      return []
    case 'html':
      return lowerHtml(node, lowerer) as RootContent[] // html in, html out
    case 'code':
      return hidesCondition(node, lowerer) ? [] : [node]
    default:
      return lowerForeign(node satisfies NodeOf<MarkdownType | AnalyzedType>, lowerer)
  }
}

function lowerQuote(node: Blockquote, lowerer: LoweringContext): RootContent {
  return {...node, children: lowerer.flow(node.children) as Blockquote['children']} // flow in, flow out
}

function lowerParagraph(node: Paragraph, lowerer: LoweringContext): RootContent[] {
  const found = takeMarker(node.children, 'first', lowerer)
  if (found === 'broken') return []
  if (found.marker !== undefined && found.rest.every(showsNothing)) return reportIdle(found.marker, lowerer)
  const inner = lowerer.within(found.marker?.condition)
  const children = inner.block(block => lowerLine(found.rest, block))
  if (children === undefined) return []
  return [{...node, children, ...(found.marker && {data: markedData(found.marker)})}]
}

function lowerItem(item: ListItem, lowerer: LoweringContext): ListItem[] {
  const [first, ...others] = item.children
  if (first?.type !== 'paragraph')
    return [{...item, children: lowerer.flow(item.children) as ListItem['children']}] // flow in, flow out
  const found = takeMarker(first.children, 'first', lowerer)
  if (found === 'broken') return []
  if (found.marker !== undefined && others.length === 0 && found.rest.every(showsNothing))
    return reportIdle(found.marker, lowerer)
  const paragraph: Paragraph[] = found.rest.length > 0 ? [{...first, children: found.rest}] : []
  const inner = lowerer.within(found.marker?.condition)
  const children = inner.flow([...paragraph, ...others]) as ListItem['children'] // flow in, flow out
  return [{...item, children, ...(found.marker && {data: markedData(found.marker)})}]
}

function showsNothing(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'html' && isComment(node.value)) || isBlank(node)
}

/**
 * A marker alone marks nothing: what its author meant it for stands elsewhere, and would be shown to every
 * reader.
 */
function reportIdle({node}: Marker, lowerer: LoweringContext): [] {
  const detail = `\`:${node.name}\` marks nothing: put it first in the paragraph, item or cell that it is for, in the heading, or write \`:::only{for=…}\` around the blocks`
  lowerer.report('marker-misplaced', {place: node, detail})
  lowerer.uncertain(node)
  return []
}

/** Comments are dropped; any other HTML stays only where the project allows it. */
export function lowerHtml(
  node: {type: 'html'; value: string; position?: Position | undefined},
  lowerer: LoweringContext,
): (typeof node)[] {
  const {scope, settings} = lowerer
  const comment = isComment(node.value)
  const where = comment ? 'a comment' : 'raw HTML'
  if (scope.hidden.condition(node.value) >= 0) {
    lowerer.report('directive-misplaced', {place: node, detail: `A condition does not work inside ${where}`})
    return []
  }
  if (comment) return []
  if (settings.rawHtml) {
    if (node.value.lastIndexOf('<!--') <= node.value.lastIndexOf('-->')) return [node]
    const detail =
      'A comment inside raw HTML ends with its block: what follows a blank line is text for everyone'
    lowerer.report('raw-html', {place: node, actual: '<!--', detail})
    return []
  }
  const [tag = '<'] = /^<[/!?]?[\w-]*/.exec(node.value) ?? []
  const name = /^<\/?(su[bp]|br)(?![\w-])/i.exec(node.value)?.[1]?.toLowerCase()
  const hint =
    name === undefined ? '' : `: write \`<${name}>\` inside a line, in lower case and without attributes`
  lowerer.report('raw-html', {
    place: node,
    actual: tag,
    detail: `Raw HTML (\`${tag}…\`) is not passed through${hint}`,
  })
  return []
}

/**
 * Code about directives says so by its language; elsewhere a condition in code would be shown to everyone.
 */
function hidesCondition(node: Code, lowerer: LoweringContext): boolean {
  const {hidden} = lowerer.scope
  const lang = node.lang ?? ''
  const word = /^\{?([\w-]+)\}?$/.exec(lang)?.[1] ?? ''
  if (hidden.names.includes(word)) {
    const detail = `A code block is for everyone: write \`:::${word}\` for a block that is for some readers`
    lowerer.report('fence-malformed', {place: node, actual: lang, detail})
    return true
  }
  if (lang.startsWith('{') && lowerer.page.input.directives.has(word)) {
    const detail = `\`${lang}\` is another tool’s spelling: write \`:::${word}\``
    lowerer.report('fence-malformed', {place: node, actual: lang, detail})
    return true
  }
  const isUnmeant = isUnmeantCode(node, lowerer)
  if (!isUnmeant && /^(md|mdx|markdown|parlance)$/i.test(lang)) return false
  if (hidden.condition(node.value) < 0 && !(isUnmeant && hidden.nearlyCondition(node.value))) return false
  const detail = 'A condition does not work inside code; mark the block as `markdown` if it is an example'
  lowerer.report('directive-misplaced', {place: node, detail})
  return true
}

/** Whether a slip can have made code of a text: blanks before its lines, or an end that is missing. */
function isUnmeantCode({position}: Code, lowerer: LoweringContext): boolean {
  const typed = lowerer.scope.text.slice(position?.start.offset, position?.end.offset)
  const fence = /^(?:`{3,}|~{3,})/.exec(typed)?.[0]
  return fence === undefined || !new RegExp(`[\\r\\n][\\s>]*${fence}${fence[0]}*[^\\S\\r\\n]*$`).test(typed)
}

export function reportUrl(
  url: string,
  place: {position?: Position | undefined},
  lowerer: LoweringContext,
): boolean {
  if (!isUnsafeUrl(url)) return false
  const position = place.position
  lowerer.report('url-unsafe', {...(position && {place: position}), actual: url})
  return true
}

function isInInvalidRange(node: RootContent, lowerer: LoweringContext): boolean {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined) return false
  return lowerer.scope.invalidRanges.some(
    ({start, end}) => (start.offset ?? 0) < to && (end.offset ?? 0) > from,
  )
}
