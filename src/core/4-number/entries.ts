import type {PhrasingContent} from 'mdast'
import type {CitationStyle, Document, Reference} from '../language/index.ts'

/** A reference as an entry of the list, cached for the document. */
export type EntryOf = (reference: Reference) => readonly PhrasingContent[]

export function entriesOf({cache, locale}: Document, style: CitationStyle): EntryOf {
  const known = cache.lru([entriesOf, style], () => new WeakMap<Reference, readonly PhrasingContent[]>())
  return reference => {
    const content = known.get(reference) ?? style.entry(reference, locale)
    known.set(reference, content)
    return content
  }
}
