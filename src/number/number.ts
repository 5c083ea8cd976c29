import type {CitationStyle, Numbering, Reference, ReferenceGroup, Selection, Term} from '../document/index.ts'
import {Reporter} from '../messages/reporter.ts'
import {reportAnchors} from './anchors.ts'
import {CitationCounter} from './citations.ts'
import {listFootnotes, walkWithNotes} from './footnotes.ts'
import {sortTerms} from './glossary.ts'
import {buildToc, reportLevels} from './headings.ts'
import {countWords} from './words.ts'

/** Which group a reference is listed under. */
export type GroupOf = (reference: Reference, groups: readonly ReferenceGroup[]) => ReferenceGroup | undefined

/**
 * Number a variant: collect in the order in which a reader meets things (the body, then the footnotes as they are
 * printed), then finish.
 *
 * @param selection What the reader gets.
 * @param style How clusters and entries are printed.
 * @param groupOf How references are sorted under headings.
 */
export function number(selection: Selection, style: CitationStyle, groupOf: GroupOf): Numbering {
  const {document, terms} = selection
  const reporter = new Reporter(document.settings.rules, document.path)
  const notes = listFootnotes(selection)
  const citations = new CitationCounter(document.references)
  const firstTerms = new Map<string, Term>()
  let wordCount = 0
  walkWithNotes(selection.root, notes.footnotes, node => {
    if (node.type === 'citation') citations.add(node)
    else if (node.type === 'term' && !firstTerms.has(node.id)) firstTerms.set(node.id, node)
    else if ('value' in node && node.type !== 'html') wordCount += countWords(node.value)
  })
  const {toc, headings} = buildToc(selection.root)
  reportLevels(headings, reporter.report, selection.reader.audience)
  reportAnchors(selection, notes.footnotes, reporter.report)
  return {
    ...citations.finish(style, document.locale, document.settings.referenceGroups(document.locale), groupOf),
    ...notes,
    toc,
    firstTerms: new Set(firstTerms.values()),
    glossary: sortTerms([...terms.values()], document.locale),
    wordCount,
    messages: reporter.messages,
  }
}
