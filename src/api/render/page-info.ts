import {readerOf} from '../../core/3-select/reader.ts'
import {type Document, type PageInfo, walk} from '../../core/language/index.ts'
import {servedAudiences} from '../compile/served-audiences.ts'
import {variantOf} from '../variant.ts'
import {findStyle} from './render-options.ts'

/**
 * What links from other pages need to know of a document: its audiences, its address, and the places that
 * each audience can reach.
 */
export function pageInfo(document: Document): PageInfo {
  const audiences = servedAudiences(document)
  const style = findStyle(document.settings, document.settings.citationStyle)
  const anchorsOf = (audience: string): ReadonlySet<string> => {
    const {selection} = variantOf(document, readerOf(document, audience, new Map()), style)
    const anchors = new Set<string>()
    walk(selection.root, node => {
      if (node.data?.id !== undefined) anchors.add(node.data.id)
    })
    return anchors
  }
  return {slug: document.slug, audiences, anchors: new Map(audiences.map(id => [id, anchorsOf(id)]))}
}
