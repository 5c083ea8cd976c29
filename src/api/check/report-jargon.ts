import type {Nodes, Text} from 'mdast'
import type {Position} from 'unist'
import {isLay, type JargonWord, jargonFor, wordFinder} from '../../checks/jargon/find-words.ts'
import {type Document, type Message, pointAt, type Selection, walk} from '../../core/language/index.ts'
import {Reporter} from '../../core/messages/reporter.ts'

/** A text of one variant in which a word stands. */
interface Use {
  readonly node: Text
  readonly at: number
  readonly found: string
  readonly jargon: JargonWord
}

/**
 * Words of the glossary that lay readers meet without `:term`: another audience's word where they have a
 * plainer one of their own, and words that are explained nowhere in their variant. For authors alone: what
 * one variant says is no business of another's readers.
 *
 * @param selections What each kind of reader gets.
 */
export function reportJargon(document: Document, selections: readonly Selection[]): readonly Message[] {
  const {settings, path, glossary} = document
  const lay = selections.filter(({reader}) => isLay(document, reader.audience))
  if (lay.length === 0 || glossary.size === 0) return []
  const {report, messages} = new Reporter(settings, path)
  const others = new Set(selections.filter(selection => !lay.includes(selection)).flatMap(textsOf))
  for (const selection of lay) {
    const {audience} = selection.reader
    for (const use of usesIn(selection)) {
      const {found, jargon} = use
      const {word, own, whose, entry} = jargon
      const place = placeOf(use)
      const detail =
        own === undefined
          ? `“${found}” is a term of the glossary, and the variant for \`${audience}\` explains it nowhere`
          : `“${found}” is the word for \`${whose}\`: \`${audience}\` reads “${own}”`
      const isExact = found.toLowerCase() === word.toLowerCase() && place !== undefined
      const directive = `:term[${entry.id}]`
      const plain = own === undefined ? [] : [capitalizedAs(found, own)]
      report('term-unexplained', {
        place: place ?? use.node,
        file: use.node.data?.file,
        actual: found,
        // What other readers get, too, is theirs: there the directive gives each their own word.
        ...(isExact && {expected: others.has(use.node) ? [directive] : [...plain, directive]}),
        detail,
        audiences: [audience],
      })
    }
  }
  return messages
}

function usesIn(selection: Selection): readonly Use[] {
  const {document, reader, terms} = selection
  const words = jargonFor(document, reader)
  const find = wordFinder(words.keys())
  const met = new Set<string>()
  return textsOf(selection).flatMap(node =>
    find(node.value).flatMap(({at, found, word}) => {
      const jargon = words.get(word)
      if (jargon === undefined) return []
      if (jargon.own !== undefined) return [{node, at, found, jargon}]
      // Explained once is enough, and one message, too.
      if (terms.has(jargon.entry.id) || met.has(jargon.entry.id)) return []
      met.add(jargon.entry.id)
      return [{node, at, found, jargon}]
    }),
  )
}

/** Running text and headings, without terms. */
function textsOf({root, footnotes}: Selection): readonly Text[] {
  const texts: Text[] = []
  const visit = (node: Nodes): boolean | undefined => {
    if (node.type === 'text') texts.push(node)
    return node.type === 'term' ? false : undefined
  }
  walk(root, visit)
  for (const definition of footnotes.values()) walk(definition, visit)
  return texts
}

/**
 * Where a word stands exactly; `undefined` where the text is not written as it reads, since it has escapes or
 * came from elsewhere.
 */
function placeOf({node: {value, position}, at, found}: Use): Position | undefined {
  const {start, end} = position ?? {}
  if (start?.offset === undefined || end?.offset === undefined || end.offset - start.offset !== value.length)
    return undefined
  return {start: pointAt(value, start, at), end: pointAt(value, start, at + found.length)}
}

/** A plain wording in the place of a word that begins a sentence begins it as well. */
function capitalizedAs(found: string, own: string): string {
  return /^\p{Lu}\p{Ll}/u.test(found) ? `${own.slice(0, 1).toUpperCase()}${own.slice(1)}` : own
}
