import {findDropped, type ParsedFile} from '../../checks/account/dropped.ts'
import type {FrontMatter} from '../../core/1-parse/front-matter.ts'
import type {DirectiveDefinition} from '../../core/2-analyze/directives/definition.ts'
import {type Document, excerptOf, plainText, resolve, type Settings} from '../../core/language/index.ts'
import type {Report} from '../../core/messages/reporter.ts'

/**
 * Text of the source that reading it left out without a message. For authors alone.
 *
 * @param files The page and what it includes, as they were parsed.
 */
export function reportDropped(
  files: readonly ParsedFile[],
  root: Document['root'],
  directives: ReadonlyMap<string, DirectiveDefinition>,
  report: Report,
): void {
  const isName = (name: string): boolean => directives.get(name)?.names?.label !== undefined
  for (const {node, file, title} of findDropped(files, root, isName)) {
    const detail =
      title === undefined
        ? `No reader of the page gets “${excerptOf(plainText([node]))}”`
        : `The title “${title}” is lost: a link within the project has none`
    report('text-unreached', {place: node, file, detail, audiences: []})
  }
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
