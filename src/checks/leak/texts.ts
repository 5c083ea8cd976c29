import type {Nodes} from 'mdast'
import {
  type Document,
  type GlossaryEntry,
  type MarkdownType,
  type NodeOf,
  plainText,
  type TextGroup,
  type Variant,
  walk,
  withoutMarkup,
} from '../../core/language/index.ts'

/** One piece of an author's text, and where it stands. */
export interface OwnedText {
  readonly text: string
  readonly place?: Nodes
}

/** Everything that an author wrote for some reader of a document, wherever it stands. */
export function allTexts(document: Document): readonly OwnedText[] {
  const pieces: OwnedText[] = []
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

function textsAt(node: Nodes): readonly OwnedText[] {
  const texts = [node.data?.id, node.data?.file]
  switch (node.type) {
    case 'branch':
      texts.push(node.omit)
      break
    case 'link':
      texts.push(node.url, node.title ?? undefined)
      break
    case 'image':
      texts.push(node.url, node.title ?? undefined, node.alt ?? undefined)
      break
    case 'citation':
      texts.push(...node.items.flatMap(({key, locator}) => [key, locator]))
      break
    default:
      node satisfies NodeOf<
        | MarkdownType
        | 'callout'
        | 'calloutTitle'
        | 'crossReference'
        | 'fragment'
        | 'place'
        | 'safety'
        | 'say'
        | 'span'
        | 'subscript'
        | 'superscript'
        | 'term'
        | 'variants'
      >
      if ('value' in node) texts.push(node.value)
  }
  return texts
    .filter(text => text !== undefined && text !== '')
    .map(text => ({text: text as string, place: node}))
}

function groupTexts(group: TextGroup | undefined): readonly OwnedText[] {
  return (group?.branches ?? []).map(({text}) => ({text: withoutMarkup(text)}))
}

function entryTexts(entry: GlossaryEntry | undefined): readonly OwnedText[] {
  return entry === undefined
    ? []
    : [...groupTexts(entry.term), ...groupTexts(entry.expansion), ...groupTexts(entry.definition)]
}

function referenceTexts(document: Document, key: string): readonly OwnedText[] {
  const reference = document.references.get(key)
  if (reference === undefined) return []
  const texts = [reference.id, reference.title, reference.DOI, reference.URL]
  return texts.filter(text => text !== undefined).map(text => ({text: withoutMarkup(text)}))
}

/** Everything that an author wrote and one reader gets, as one text. */
export function visibleText({selection, numbering}: Variant): string {
  const {root, title, description, followUp, disclaimer, terms, footnotes} = selection
  const plain = [title, description, followUp?.text, disclaimer].map(text => text && withoutMarkup(text))
  const texts: unknown[] = [...plain, followUp?.href, numbering.toc]
  const visit = (node: Nodes): void => {
    texts.push(...textsAt(node).map(({text}) => text))
    if (node.type === 'crossReference') texts.push(node.target)
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      texts.push(plainText(node.children))
  }
  walk(root, visit)
  for (const definition of footnotes.values()) walk(definition, visit)
  for (const {term, expansion, definition, id} of terms.values())
    texts.push(id, ...[term, expansion, definition].map(text => text && withoutMarkup(text)))
  // read only
  for (const {entries} of numbering.references)
    for (const {reference, content} of entries) texts.push(reference, plainText(content as Nodes[]))
  return texts.map(text => (typeof text === 'string' ? text : (JSON.stringify(text) ?? ''))).join('\n')
}
