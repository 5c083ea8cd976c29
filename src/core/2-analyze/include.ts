import type {Nodes, RootContent} from 'mdast'
import {candidatePaths, type DecodedText, decodeUtf8, walk} from '../language/index.ts'
import type {Directive} from './directives/definition.ts'
import {resolveLinks} from './links.ts'
import type {FileScope, LoweringContext} from './lowering-context.ts'
import {withoutUncertain} from './uncertain.ts'

/** Read, parse and lower another file at the place of its `::include`; `undefined` after a report. */
export function openInclude(
  path: string,
  use: Directive,
  lowerer: LoweringContext,
): RootContent[] | undefined {
  const {page, scope, settings} = lowerer
  const {read, parse} = page.input
  const from = scope.open.at(-1)
  const candidates = candidatePaths(from, path)
  if (candidates === undefined) {
    lowerer.report('include-outside', {
      place: use,
      actual: path,
      detail: `\`${path}\` leads out of the content root`,
    })
    return undefined
  }
  const cycle = candidates.find(candidate => scope.open.includes(candidate))
  if (cycle !== undefined) {
    const chain = [...scope.open.slice(scope.open.indexOf(cycle)), cycle]
      .map(file => `\`${file}\``)
      .join(' → ')
    lowerer.report('include-cycle', {
      place: use,
      actual: path,
      detail: `\`${path}\` includes itself: ${chain}`,
    })
    return undefined
  }
  const {includeDepth, includes} = settings.limits
  if (scope.open.length > includeDepth || page.includes >= includes) {
    const detail = `\`${path}\` is one include too many: at most ${includes} a page, ${includeDepth} inside one another`
    lowerer.report('limit-exceeded', {place: use, actual: path, detail})
    return undefined
  }
  for (const file of candidates) {
    const content = read(file)
    if (content === undefined) continue
    page.input.dependencies.add(file)
    page.includes++
    const decoded = decodeUtf8(content)
    return lowerer.bring(decoded.text.length, use) ? lowerFile(decoded, file, use, lowerer) : undefined
  }
  const looked = candidates.map(candidate => `\`${candidate}\``).join(' and ')
  lowerer.report('include-missing', {
    place: use,
    actual: path,
    detail: `There is no file \`${path}\`; looked for ${looked}`,
  })
  return undefined

  function lowerFile(text: DecodedText, file: string, use: Directive, outer: LoweringContext): RootContent[] {
    const parsed = parse(text, file)
    if (parsed.frontMatter) {
      const detail = `\`${file}\` has front matter, which only a page can have: move its text to a file without`
      outer.report('front-matter-invalid', {place: use, file: scope.file, detail})
      return []
    }
    const links = {definitions: [], references: [], texts: []}
    const inner: FileScope = {
      file,
      text: parsed.text,
      invalidRanges: parsed.invalidRanges,
      uncertain: [...parsed.uncertain],
      links,
      hidden: scope.hidden,
      footnotes: `${page.includes}/`,
      open: [...scope.open, file],
    }
    const lowerer = outer.inFile(inner)
    const children = withoutUncertain(lowerer.flow(parsed.root.children), parsed.root, inner.uncertain)
    resolveLinks(links, outer.report, url => lowerer.placeAt(url))
    for (const child of children) walk(child, node => locate(node, file))
    return children
  }
}

/** Later steps report on these too: they must name the file that the positions are about. */
function locate(node: Nodes, file: string): boolean {
  if (node.data?.file !== undefined) return false // of a file that this one includes
  node.data = {...node.data, file}
  return true
}
