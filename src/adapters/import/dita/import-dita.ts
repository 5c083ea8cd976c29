import type {Root} from 'mdast'
import {directiveToMarkdown} from 'mdast-util-directive'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'
import {stringify} from 'yaml'
import {compile, type Document, type ResolvedConfig} from '../../../internal.ts'
import {choicesOf, conditionFor, type Names} from '../choices.ts'
import {type Imported, Notes} from '../imported.ts'
import {pageText} from '../page-text.ts'
import {differingLetter} from '../same-letters.ts'
import {filterFor} from './audience-filter.ts'
import {type Ditaval, readDitaval} from './ditaval.ts'
import {readFlow} from './flow.ts'
import {readPhrasing} from './phrasing.ts'
import {type Flow, type State, shownTo} from './state.ts'
import {textOfTopic} from './topic-text.ts'
import {childrenNamed, elementsIn, readXml, spanOf, type XmlElement} from './xml.ts'

export interface DitaOptions {
  /** Path that messages name. */
  readonly path: string
  readonly config: ResolvedConfig
  /** Values of `audience` for declared ids. */
  readonly names?: Names
  /** DITAVAL files by the audience whose pages they make; one without an audience is for all. */
  readonly ditavals?: readonly DitavalFile[]
}

export interface DitavalFile {
  readonly path: string
  readonly source: string
  readonly audience: string | undefined
}

const topics = ['topic', 'concept', 'task', 'reference', 'troubleshooting']

/**
 * Turn a DITA topic into Markdown with directives. Each reader's words are compared afterwards: those of the
 * result, and those that filtering leaves of the topic.
 *
 * @see https://docs.oasis-open.org/dita/dita/v1.3/dita-v1.3-part3-all-inclusive.html
 */
export function importDita(source: string, options: DitaOptions): Imported {
  const {path, config, names = new Map()} = options
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const notes = new Notes(path, text)
  const {ditavals, common, problems} = ditavalsOf(options)
  if (problems.length > 0) return {markdown: undefined, messages: problems}
  const root = readXml(text, notes)
  if (root === undefined) return notes.seal('')
  if (!topics.includes(root.name)) {
    notes.error(
      `\`${root.name}\` is no topic. Allowed: ${topics.join(', ')}.`,
      spanOf(root),
      'Of maps and bookmaps the topics are imported, one by one.',
    )
    return notes.seal('')
  }
  refuseReuse(root, notes)
  const choices = choicesOf(config, undefined)
  const scope = new Set(ditavals.size > 0 ? [...ditavals.keys()] : choices.ids)
  const filter = (element: XmlElement) =>
    filterFor(element, {config, choices, names, ditavals, common, notes})
  const state: State = {
    notes,
    scope,
    level: 2,
    targets: targetsIn(root),
    pageId: root.attributes.id ?? '',
    footnotes: [],
    filter,
    attributesFor: (readers, scope) => {
      const condition = conditionFor(readers, scope, choices)
      if (condition === undefined || condition === 'everyone') return condition && {}
      return {[condition.name]: condition.ids.join(' ')}
    },
    flow: readFlow,
    phrasing: readPhrasing,
  }
  const markdown = pageOf(root, state, scope.size < choices.ids.length)
  if (notes.hasErrors) return notes.seal(markdown)
  const document = compile(markdown, {config, path})
  for (const id of scope) compareFor(id, root, document, state, config)
  return notes.seal(markdown)
}

/** @returns DITAVAL files by audience, and that for all; what is wrong with them, by their own places. */
function ditavalsOf({ditavals = []}: DitaOptions) {
  const read = ditavals.map(file => {
    const notes = new Notes(file.path, file.source)
    return {...file, notes, ditaval: readDitaval(file.source, notes)}
  })
  const byAudience = read.flatMap(({audience, ditaval}): [string, Ditaval][] =>
    audience === undefined || ditaval === undefined ? [] : [[audience, ditaval]],
  )
  const problems = read.flatMap(({notes}) => notes.messages)
  return {
    ditavals: new Map(byAudience),
    common: read.find(({audience}) => audience === undefined)?.ditaval,
    problems,
  }
}

/** What stands elsewhere must have been put in place before. */
function refuseReuse(element: XmlElement, notes: Notes): void {
  for (const name of ['conref', 'conkeyref'])
    if (element.attributes[name] !== undefined)
      notes.error(
        `\`${name}="${element.attributes[name]}"\` is not followed`,
        spanOf(element),
        'Resolve it first: DITA-OT writes topics without references with `--format=dita`. Or make it an `::include`.',
      )
  for (const child of elementsIn(element)) refuseReuse(child, notes)
}

/** Ids that links within the file lead to. */
function targetsIn(element: XmlElement): ReadonlySet<string> {
  const own = /^#(?:[^/]*\/)?(.+)$/.exec(element.attributes.href ?? '')?.[1]
  return new Set([
    ...(own === undefined ? [] : [own]),
    ...elementsIn(element).flatMap(child => [...targetsIn(child)]),
  ])
}

function pageOf(root: XmlElement, outer: State, isForSome: boolean): string {
  const shown = shownTo(root, outer)
  if (shown === undefined) {
    outer.notes.error('No reader gets this topic', spanOf(root))
    return ''
  }
  const {state} = shown
  const [title] = childrenNamed(root, 'title')
  const children: Flow[] = readFlow(
    root.children.filter(child => child !== title),
    state,
  )
  const body = toMarkdown({type: 'root', children: [...children, ...state.footnotes]} satisfies Root, written)
  const lang = root.attributes['xml:lang']
  const head = {
    ...(title !== undefined && {title: titleFor(title, state)}),
    ...(lang !== undefined && {locale: lang}),
    ...(isForSome && {audiences: [...outer.scope]}),
    ...shown.attributes,
  }
  return `---\n${stringify(head, {lineWidth: 0})}---\n\n${body}`
}

/** The title, or one for each reader where a part of it is not for all. */
function titleFor(title: XmlElement, state: State): string | Readonly<Record<string, string>> {
  const byReader = [...state.scope].map(id => {
    const isShown = (element: XmlElement): boolean => state.filter(element).readers.has(id)
    return [id, textOfTopic(title, isShown).trim()] as const
  })
  const texts = new Set(byReader.map(([, text]) => text))
  return texts.size === 1 ? (byReader[0]?.[1] ?? '') : Object.fromEntries(byReader)
}

function compareFor(
  id: string,
  root: XmlElement,
  document: Document,
  state: State,
  config: ResolvedConfig,
): void {
  for (const where of placesOf(config)) {
    const isShown = (element: XmlElement): boolean => {
      const {readers, dimensions} = state.filter(element)
      return readers.has(id) && [...dimensions].every(([name, values]) => values.includes(where[name] ?? ''))
    }
    const found = pageText(document, id, where)
    const difference = differingLetter(textOfTopic(root, isShown), found)
    if (difference === undefined) continue
    state.notes.error(
      `For ${[id, ...Object.values(where)].join(', ')} the result would say “${difference.found}” where the topic says “${difference.expected}”`,
      spanOf(root),
    )
    return
  }
}

/**
 * Values of further dimensions that readers may have: the first of each, and each of the others beside it.
 */
function placesOf({settings}: ResolvedConfig): readonly Readonly<Record<string, string>>[] {
  const dimensions = [...settings.dimensions.values()]
  const first = Object.fromEntries(dimensions.map(({name, values}) => [name, values[0] ?? '']))
  const others = dimensions.flatMap(({name, values}) =>
    values.slice(1).map(value => ({...first, [name]: value})),
  )
  return [first, ...others]
}

const written: Options = {
  bullet: '-',
  rule: '*',
  extensions: [gfmToMarkdown({tablePipeAlign: false}), directives()],
}

/** Directives, with colons of running text as they are: only names that Parlance knows begin a directive. */
function directives(): Options {
  const extension = directiveToMarkdown()
  return {...extension, unsafe: (extension.unsafe ?? []).filter(({character}) => character !== ':')}
}
