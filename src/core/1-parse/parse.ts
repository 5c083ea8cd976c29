import type {Nodes, Root, Yaml} from 'mdast'
import type {Point, Position} from 'unist'
import {childrenOf, type DecodedText, type Limits, type NativeParser} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import {lintFences} from './fences/lint-fences.ts'
import {parseNatively} from './native/parse-natively.ts'
import {processorFor} from './processor.ts'
import {checkSource, stripBom} from './source.ts'

/** One file after parsing. */
export interface Parsed {
  /** Without front matter. */
  readonly root: Root
  /** The text that positions are about. */
  readonly text: string
  /** Ranges that no reader gets since a fence around them is broken. */
  readonly invalidRanges: readonly Position[]
  /** The YAML between the lines of `---`, and where it begins. */
  readonly frontMatter: {readonly yaml: string; readonly start: Point} | undefined
}

const nothing: Parsed = {
  root: {type: 'root', children: []},
  text: '',
  invalidRanges: [],
  frontMatter: undefined,
}

/** Names that begin a directive, and those of them that only a container can have. */
export interface ParserNames {
  readonly names: ReadonlySet<string>
  readonly containers: ReadonlySet<string>
  /** Reads what it reads as the reference parser does. */
  readonly nativeParser?: NativeParser | undefined
  /** Replaces both parsers; it may know further syntax. */
  readonly parseMarkdown?: ParseMarkdown | undefined
}

/** Makes mdast of Markdown, by a processor to which the syntax of pages is attached. */
export type ParseMarkdown = (text: string) => Root

/** Parses the files of one page: each call reads one, and reports what is wrong with it. */
export type Parse = (source: DecodedText, file?: string) => Parsed

/**
 * @param vocabulary Registered directive names, and a parser that is faster than the reference, where there
 * is one.
 * @param limits Bounds that are checked before anything is parsed.
 */
export function createParser(vocabulary: ParserNames, limits: Limits, report: Report): Parse {
  return (source, file) => {
    const text = stripBom(source.text)
    const invalid = source.invalid - (source.text.length - text.length)
    if (!checkSource(text, invalid, limits, report, file)) return nothing
    let isSound = true
    const invalidRanges = lintFences(text, {
      ...vocabulary,
      file,
      report: (rule, finding) => {
        isSound = false
        report(rule, finding)
      },
    })
    const {names, parseMarkdown} = vocabulary
    const parser = isSound && invalidRanges.length === 0 ? vocabulary : {names, parseMarkdown}
    const root = parseWithin(text, parser, limits, report, file)
    if (root === undefined) return nothing
    const first = root.children[0]
    const yaml = first?.type === 'yaml' ? first : undefined
    const children = root.children.filter(child => child.type !== 'yaml')
    return {
      root: {...root, children},
      text,
      invalidRanges,
      frontMatter: yaml && frontMatterOf(yaml),
    }
  }
}

/** Parse, unless the text nests phrasing so deeply that walking its tree would overflow the stack. */
function parseWithin(
  text: string,
  {names, nativeParser, parseMarkdown}: Omit<ParserNames, 'containers'>,
  {inlineNesting, nesting}: Limits,
  report: Report,
  file: string | undefined,
): Root | undefined {
  const detail = `More than ${inlineNesting} emphases, links or directives stand inside one another`
  try {
    const native =
      parseMarkdown === undefined && nativeParser ? parseNatively(text, names, nativeParser) : undefined
    const read = parseMarkdown ?? (source => processorFor(names).parse(source))
    const root = native && 'root' in native ? native.root : read(text)
    // A container may be up to three nodes: list, item, quote.
    if (depthOf(root) <= inlineNesting + nesting * 3) return root
  } catch (error) {
    // Transforms of the parser's extensions are recursive.
    if (!(error instanceof RangeError)) throw error
  }
  report('limit-exceeded', {place: {line: 1, column: 1, offset: 0}, file, detail})
  return undefined
}

/** Levels of a tree, without recursion. */
function depthOf(root: Root): number {
  let depth = 0
  let level: readonly Nodes[] = [root]
  while (level.length > 0) {
    level = level.flatMap(node => childrenOf(node))
    depth++
  }
  return depth
}

function frontMatterOf(node: Yaml): Parsed['frontMatter'] {
  const {line = 1, offset = 0} = node.position?.start ?? {}
  // Remark gives the value without its fences; it begins behind the line ending of the first.
  return {yaml: node.value, start: {line: line + 1, column: 1, offset: offset + 4}}
}
