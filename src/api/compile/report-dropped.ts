import {findDropped, type ParsedFile} from '../../checks/account/dropped.ts'
import type {FrontMatter} from '../../core/1-parse/front-matter.ts'
import {elementsDropped} from '../../core/5-serialize/html/sanitize.ts'
import {type Document, excerptOf, plainText, resolve, type Settings, walk} from '../../core/language/index.ts'
import type {Report} from '../../core/messages/reporter.ts'
import type {Compilation} from './compile-options.ts'

/**
 * Text and raw HTML of the source that no reader gets, without a message so far. For authors alone.
 *
 * @param files The page and what it includes, as they were parsed.
 */
export function reportDropped(
  files: readonly ParsedFile[],
  root: Document['root'],
  {directives, settings: {rawHtml}, report}: Pick<Compilation, 'directives' | 'settings' | 'report'>,
): void {
  const isName = (name: string): boolean => directives.get(name)?.names?.label !== undefined
  for (const {node, file, title} of findDropped(files, root, isName)) {
    const detail =
      title === undefined
        ? `No reader of the page gets “${excerptOf(plainText([node]))}”`
        : `The title “${title}” is lost: a link within the project has none`
    report('text-unreached', {place: node, file, detail, audiences: []})
  }
  if (rawHtml) for (const parsed of files) reportElements(parsed, report)
}

/** Elements that the sanitizer takes out of every page. */
function reportElements({file, root}: ParsedFile, report: Report): void {
  walk(root, node => {
    const names = node.type === 'html' ? elementsDropped(node.value) : []
    if (names.length === 0) return
    const listed = names.map(name => `\`<${name}>\``).join(', ')
    const detail = `No reader gets ${listed}: the allow-list of raw HTML lacks ${names.length === 1 ? 'it' : 'them'}`
    report('html-dropped', {place: node, file, actual: names.join(' '), detail, audiences: []})
  })
}

/** Wordings of the front matter for audiences that the page does not serve. */
export function reportUnserved(
  {texts, locate}: Pick<FrontMatter, 'texts' | 'locate'>,
  served: readonly string[],
  {audiences}: Settings,
  report: Report,
): void {
  for (const {
    group: {group, branches},
  } of texts) {
    const matches = branches.map(({match}) => match)
    const got = served.map(audience => resolve(matches, {audience, dimensions: new Map()}, audiences))
    for (const [index, {match, text}] of branches.entries()) {
      const [id] = match.audiences ?? []
      if (id === undefined || got.some(of => 'branch' in of && of.branch === index)) continue
      const detail = `No reader of the page gets “${excerptOf(text)}”: it does not serve \`${id}\``
      report('text-unreached', {place: locate([group, id]), actual: id, detail, audiences: []})
    }
  }
}
