import type {Document} from '../../core/language/index.ts'
import {Cache} from '../../core/memo/cache.ts'

/**
 * The document as if it served these audiences only: its pages neither name nor link the others.
 *
 * @param document A compiled document.
 * @param ids Audience ids; those that the document does not serve are ignored.
 * @returns A document that shares all but the audiences.
 */
export function forAudiences(document: Document, ids: readonly string[]): Document {
  const audiences = document.audiences.filter(id => ids.includes(id))
  if (audiences.length === document.audiences.length) return document
  // Cached results were made for pages that show all audiences.
  return Object.freeze({...document, audiences, cache: new Cache(document.cache.capacity)})
}
