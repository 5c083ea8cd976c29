import type {Nodes} from 'mdast'
import {
  type Document,
  type GlossaryEntry,
  type Numbering,
  plainText,
  type Selection,
  type TextGroup,
  walk,
} from '../document/index.ts'

import {type RuleId, rules, ruleUrl} from '../messages/rules.ts'

/** One piece of an author's text, and where it stands. */
export interface Piece {
  readonly text: string
  readonly place?: Nodes
}

/** Everything that an author wrote for some reader of a document, wherever it stands. */
export function allTexts(document: Document): readonly Piece[] {
  const pieces: Piece[] = []
  const keys = new Set<string>()
  const terms = new Set<string>()
  walk(document.root, node => {
    pieces.push(...textsAt(node))
    if (node.type === 'citation') for (const {key} of node.items) keys.add(key)
    if (node.type === 'term') terms.add(node.id)
  })
  for (const group of [document.title, document.description, document.followUp?.text])
    pieces.push(...groupTexts(group))
  for (const id of terms) pieces.push(...entryTexts(document.glossary.get(id)))
  for (const key of keys) pieces.push(...referenceTexts(document, key))
  return pieces
}

function textsAt(node: Nodes): readonly Piece[] {
  const texts = [node.data?.id, node.data?.file]
  if ('value' in node) texts.push(node.value)
  if (node.type === 'branch') texts.push(node.omit)
  if (node.type === 'link' || node.type === 'image') texts.push(node.url, node.title ?? undefined)
  if (node.type === 'image') texts.push(node.alt ?? undefined)
  if (node.type === 'citation') texts.push(...node.items.flatMap(({key, locator}) => [key, locator]))
  return texts
    .filter(text => text !== undefined && text !== '')
    .map(text => ({text: text as string, place: node}))
}

function groupTexts(group: TextGroup | undefined): readonly Piece[] {
  return (group?.branches ?? []).map(({text}) => ({text}))
}

function entryTexts(entry: GlossaryEntry | undefined): readonly Piece[] {
  return entry === undefined
    ? []
    : [...groupTexts(entry.term), ...groupTexts(entry.expansion), ...groupTexts(entry.definition)]
}

function referenceTexts(document: Document, key: string): readonly Piece[] {
  const reference = document.references.get(key)
  if (reference === undefined) return []
  const texts = [reference.id, reference.title, reference.DOI, reference.URL]
  return texts.filter(text => text !== undefined).map(text => ({text}))
}

/** Words of markup, structured data and messages, which stand in outputs whatever an author wrote. */
export const ownWords: readonly string[] = [
  'width=device-width, initial-scale=1 content ref- cite- fn- fnref- term- definition-',
  '@context @type MedicalWebPage MedicalAudience CreativeWork Person name description inLanguage url dateModified',
  'lastReviewed reviewedBy audience audienceType citation datePublished sameAs',
  'EducationalAudience educationalRole student noindex',
  'https://schema.org https://doi.org https://pubmed.ncbi.nlm.nih.gov https://www.ncbi.nlm.nih.gov/pmc/articles article',
  ...Object.values(rules).flatMap(({text, note}) => [text, note]),
  ...Object.keys(rules).flatMap(id => [id, ruleUrl(id as RuleId)]), // the table's own keys
]

/** Everything that one variant may say, as one text: what its reader gets, and the words that stand around it, but for our own. */
export function visibleText(selection: Selection, numbering: Numbering): string {
  const {document, reader, root, title, description, followUp, disclaimer, terms, footnotes} = selection
  const {settings, locale, slug, updated, review, extra} = document
  const texts: unknown[] = [title, description, followUp, disclaimer, slug, updated, review, extra, locale]
  const visit = (node: Nodes): void => {
    texts.push(...textsAt(node).map(({text}) => text))
    if (node.type === 'crossReference') texts.push(node.target)
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      texts.push(plainText(node.children))
  }
  walk(root, visit)
  for (const definition of footnotes.values()) walk(definition, visit)
  for (const {term, expansion, definition, id} of terms.values()) texts.push(id, term, expansion, definition)
  for (const {entries} of numbering.references)
    for (const {reference, content} of entries) texts.push(reference, plainText(content as Nodes[])) // read only
  const {site, referenceGroups, labels} = settings
  texts.push(
    site,
    site.template?.(new Map()),
    labels(locale),
    referenceGroups(locale),
    reader.audience,
    numbering.toc,
  )
  for (const {id, schemaType} of settings.audiences)
    texts.push(id, schemaType, settings.audienceWords(id, locale))
  for (const {group, used} of selection.fallbacks) texts.push(group, used)
  texts.push(...selection.messages.map(({reason}) => reason))
  return texts.map(text => (typeof text === 'string' ? text : (JSON.stringify(text) ?? ''))).join('\n')
}
