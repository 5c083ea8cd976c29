import {slug} from 'github-slugger'
import {findDropped, type ParsedFile} from '../../checks/account/dropped.ts'
import {type Mention, mentionsIn} from '../../checks/outline/mentions.ts'
import type {FrontMatter} from '../../core/1-parse/front-matter.ts'
import {elementsDropped} from '../../core/5-serialize/html/sanitize.ts'
import {
  type Document,
  excerptOf,
  plainText,
  resolve,
  type Settings,
  walk,
  withoutMarkup,
} from '../../core/language/index.ts'
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

/**
 * Terms and variables in the front matter that nothing on the page uses; those of files and of the project
 * are for other pages, too. A term whose words stand in the text is used: it is looked for there.
 */
export function reportUnused(
  front: FrontMatter,
  {glossary}: Pick<Document, 'glossary'>,
  files: readonly ParsedFile[],
  {directives, path, report}: Pick<Compilation, 'directives' | 'path' | 'report'>,
): void {
  const terms = keysOf(front.glossary)
  const vars = keysOf(front.vars)
  if (terms.length === 0 && vars.length === 0) return
  const mentions = files.flatMap(file => mentionsIn({...file, path, directives}))
  const named = (kind: Mention['kind']): string[] =>
    mentions.flatMap(mention => (mention.kind === kind ? [mention.name] : []))
  const usedTerms = new Set(named('term').flatMap(name => [name, slug(name)]))
  const usedVars = new Set(named('variable'))
  const text = plainText(files.map(({root}) => root)).toLowerCase()
  const isSaid = (id: string): boolean =>
    glossary
      .get(id)
      ?.term.branches.some(wording => text.includes(withoutMarkup(wording.text).toLowerCase())) === true
  const reportEntry = (kind: string, key: string, name: string): void =>
    report('entry-unused', {
      place: front.locate([key, name], 'key'),
      actual: name,
      detail: `Nothing on the page uses the ${kind} \`${name}\``,
      audiences: [],
    })
  for (const id of terms) if (!usedTerms.has(id) && !isSaid(id)) reportEntry('term', 'glossary', id)
  for (const name of vars) if (!usedVars.has(name)) reportEntry('variable', 'vars', name)
}

/** Names of entries that stand in the front matter itself. */
function keysOf(list: FrontMatter['glossary']): readonly string[] {
  return list === undefined || Array.isArray(list) ? [] : [...(list as ReadonlyMap<string, unknown>).keys()]
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
