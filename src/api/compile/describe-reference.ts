import {type Document, plainText} from '../../core/language/index.ts'
import {findStyle} from '../render/render-options.ts'

/** A cited work as an author picks it. */
export interface ReferenceDescription {
  readonly title: string | undefined
  readonly year: string | undefined
  /** Whether its publisher retracted it, voiced concern or corrected it. */
  readonly notice: string | undefined
}

/** A work that a page can cite; `undefined` for an unknown key. */
export function describeReference(document: Document, key: string): ReferenceDescription | undefined {
  const reference = document.references.get(key)
  if (reference === undefined) return undefined
  const {title, issued, notice} = reference
  const year = issued?.['date-parts']?.[0]?.[0]
  return {title, year: year === undefined ? issued?.literal : String(year), notice}
}

/** The same work as the project's style prints it in a reference list: plain text without its number. */
export function printReference(document: Document, key: string): string | undefined {
  const reference = document.references.get(key)
  if (reference === undefined) return undefined
  const {settings, locale} = document
  const style = findStyle(settings, settings.citationStyle)
  const printed = style.print?.({clusters: [[{key}]], references: [reference]}, locale).entries[0]?.content
  return plainText(printed ?? style.entry(reference, locale))
}
