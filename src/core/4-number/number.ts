import type {Nodes} from 'mdast'
import {
  blockIndexOf,
  type Citation,
  type CitationStyle,
  type Numbering,
  type Selection,
} from '../language/index.ts'
import {type Report, Reporter} from '../messages/reporter.ts'
import {AnchorCheck} from './anchors.ts'
import {CitationCounter, type GroupOf} from './citations.ts'
import {entriesOf} from './entries.ts'
import {FootnoteCounter} from './footnotes.ts'
import {sortTerms} from './glossary.ts'
import {HeadingOutline} from './headings.ts'
import {TermUses} from './terms.ts'
import {wordsIn} from './words.ts'

/** Places in a work that the style does not print. */
function reportLocators(node: Citation, style: CitationStyle, report: Report, audience: string): void {
  for (const {key, locator} of node.items) {
    if (locator === undefined) continue
    const detail = `The style \`${style.id}\` prints no locators, so \`${locator}\` of \`${key}\` is lost`
    report('citation-locator-dropped', {place: node, actual: locator, detail, audiences: [audience]})
  }
}

/**
 * Number a variant: collect in the order in which a reader meets things (the body, then the footnotes as they
 * are printed), then finish.
 *
 * @param selection What the reader gets.
 * @param style How clusters and entries are printed.
 * @param groupOf How references are sorted under headings.
 */
export function number(selection: Selection, style: CitationStyle, groupOf: GroupOf): Numbering {
  const {document, reader, terms} = selection
  const {report, messages} = new Reporter(document.settings, document.path)
  const citations = new CitationCounter(document.references)
  const footnotes = new FootnoteCounter(selection.footnotes)
  const outline = new HeadingOutline(report, reader.audience)
  const anchors = new AnchorCheck(report, reader.audience)
  const termUses = new TermUses(terms)
  const blockIndex = blockIndexOf(document)
  let wordCount = 0
  const collect = (block: Nodes): void => {
    const {nodes, texts} = blockIndex(block)
    wordCount += wordsIn(texts)
    for (const node of nodes) {
      if (node.data?.id !== undefined) anchors.add(node, node.data.id)
      if (node.type === 'citation') {
        citations.add(node)
        if (style.dropsLocators) reportLocators(node, style, report, reader.audience)
      } else if (node.type === 'footnoteReference') footnotes.add(node)
      else if (node.type === 'heading') {
        outline.add(node)
        termUses.passOver(node)
      } else if (node.type === 'term') termUses.add(node)
    }
  }
  for (const block of selection.root.children) collect(block)
  footnotes.visit(collect)
  const {settings, locale, cited} = document
  const groups = settings.referenceGroups(locale)
  return {
    style: style.id,
    ...citations.finish({
      style,
      locale,
      rule: settings.numbering,
      groups,
      groupOf,
      citable: settings.numbering.stable
        ? [...cited].flatMap(([key, {served}]) => (served ? [key] : []))
        : [],
      entryOf: entriesOf(document, style),
    }),
    ...footnotes.finish(),
    toc: outline.toc,
    firstTerms: termUses.first,
    expandedTerms: termUses.expanded,
    glossary: sortTerms([...terms.values()], document),
    wordCount: wordCount + termUses.words,
    messages,
  }
}
