import type {Image, Nodes, RootContent} from 'mdast'
import {
  type BlockIndex,
  blockIndexOf,
  type Document,
  type GlossaryEntry,
  type Reader,
  type SelectedTerm,
  type Selection,
} from '../language/index.ts'
import {Reporter} from '../messages/reporter.ts'
import {cachedBlocks} from './blocks.ts'
import {type Absent, SelectionContext} from './selection-context.ts'
import {Selector} from './selector.ts'

/**
 * What one reader gets of a document.
 *
 * A cross-reference may be dropped because its target is not there, and that may empty the block which held
 * another target; so the pass is repeated until nothing more turns out to be missing. Each pass but the last
 * finds at least one more, and nearly every document needs only one or two.
 *
 * @param document A compiled document.
 * @param reader One of the served audiences, with declared values of further dimensions.
 */
export function select(document: Document, reader: Reader): Selection {
  let absent: Absent = {targets: new Set(), footnotes: new Map()}
  for (;;) {
    const reporter = new Reporter(document.settings, document.path)
    const context = new SelectionContext(document, reader, absent, reporter.report)
    const selector = new Selector(
      document,
      question => question(context),
      effect => effect(context),
      cachedBlocks(document, context),
    )
    const children = selector.flow(document.root.children)
    const found = survey(children, context, selector)
    const more = missing(found, context)
    if (more !== undefined) {
      absent = more
      continue
    }
    for (const image of found.bareImages) context.reportBareImage(image)
    return {
      document,
      reader,
      root: {...document.root, children},
      footnotes: context.footnotes,
      terms: found.terms,
      title: selector.text(document.title),
      description: selector.text(document.description),
      followUp: followUpOf(document, selector),
      disclaimer: disclaimerOf(document, reader, selector),
      fallbacks: context.fallbacks,
      messages: reporter.messages,
    }
  }
}

/** What stands in a variant. */
interface Survey {
  readonly anchors: Set<string>
  readonly terms: Map<string, SelectedTerm>
  readonly targets: Set<string>
  readonly calls: Set<string>
  readonly bareImages: Image[]
}

function survey(children: readonly RootContent[], context: SelectionContext, selector: Selector): Survey {
  const {document} = context
  const blockIndex = blockIndexOf(document)
  const found: Survey = {
    anchors: new Set(),
    terms: new Map(),
    targets: new Set(),
    calls: new Set(),
    bareImages: [],
  }
  const visit = ({nodes}: BlockIndex): void => {
    for (const node of nodes) {
      if (node.data?.id !== undefined) found.anchors.add(node.data.id)
      if (node.type === 'crossReference' && node.page === undefined) found.targets.add(node.target)
      else if (node.type === 'citation') for (const {key} of node.items) found.anchors.add(`ref-${key}`)
      else if (node.type === 'footnoteReference') found.calls.add(node.identifier)
      else if (node.type === 'image' && !node.alt?.trim()) found.bareImages.push(node)
      else if (node.type === 'term' && !found.terms.has(node.id)) {
        const entry = document.glossary.get(node.id)
        if (entry) found.terms.set(node.id, selectTerm(entry, selector))
      }
    }
  }
  for (const child of children) visit(blockIndex(child))
  for (const definition of calledNotes(found, context)) visit(blockIndex(definition))
  return found
}

/**
 * Notes that are called from the text, then those that are called from these, each once: calls grow while
 * they are visited.
 */
function* calledNotes({calls}: Survey, {footnotes}: SelectionContext): Iterable<Nodes> {
  for (const identifier of calls) {
    const definition = footnotes.get(identifier)
    if (definition !== undefined) yield definition
  }
}

function selectTerm(entry: GlossaryEntry, selector: Selector): SelectedTerm {
  const term = selector.text(entry.term) ?? entry.id
  return {
    id: entry.id,
    term,
    expansion: isAbbreviation(term) ? selector.text(entry.expansion) : undefined,
    definition: selector.text(entry.definition),
  }
}

/** A reader who is given other words for a term than its abbreviation is spared what that stands for. */
function isAbbreviation(term: string): boolean {
  return !/\s/.test(term)
}

/** What this pass found missing that it did not know of yet. */
function missing(found: Survey, {absent, emptied, footnotes: defined}: SelectionContext): Absent | undefined {
  const targets = [...found.targets].filter(
    target => !found.anchors.has(target) && !absent.targets.has(target),
  )
  const footnotes = [...found.calls].filter(call => !defined.has(call) && !absent.footnotes.has(call))
  if (targets.length === 0 && footnotes.length === 0) return undefined
  const states = footnotes.map(call => [call, emptied.has(call) ? 'emptied' : 'hidden'] as const)
  return {
    targets: new Set([...absent.targets, ...targets]),
    footnotes: new Map([...absent.footnotes, ...states]),
  }
}

function followUpOf({followUp}: Document, selector: Selector): Selection['followUp'] {
  const text = selector.text(followUp?.text)
  if (followUp === undefined || text === undefined) return undefined
  return {text, ...(followUp.href !== undefined && {href: followUp.href})}
}

/** The audience's own disclaimer, its nearest parent's, else the project's for it. */
function disclaimerOf({locale, settings}: Document, reader: Reader, selector: Selector): string | undefined {
  const {audiences, audienceWords, disclaimers} = settings
  for (const id of audiences.lineage(reader.audience)) {
    const {disclaimer} = audienceWords(id, locale)
    if (disclaimer !== undefined) return disclaimer
  }
  return selector.text(disclaimers)
}
