import type {Reference} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'
import type {PlacedReference} from './to-references.ts'

/**
 * All references that a page may cite, by id. The first of an id stays; another with the same id but
 * different content, and a work that stands under two ids, are errors.
 *
 * @param lists The page's own, then its files', then the project's.
 */
export function collectReferences(
  lists: readonly (readonly PlacedReference[])[],
  report: Report,
): ReadonlyMap<string, Reference> {
  const byId = new Map<string, Reference>()
  const byIdentifier = new Map<string, string>()
  for (const {reference, place, file} of lists.flat()) {
    const known = byId.get(reference.id)
    if (known !== undefined) {
      if (JSON.stringify(known) === JSON.stringify(reference) && file !== undefined) continue
      report('reference-duplicate', {
        place,
        file,
        actual: reference.id,
        detail: `The reference \`${reference.id}\` is given twice`,
      })
      continue
    }
    byId.set(reference.id, reference)
    for (const name of ['DOI', 'PMID'] as const) {
      const value = reference[name]?.toLowerCase()
      if (value === undefined) continue
      const other = byIdentifier.get(`${name}:${value}`)
      if (other === undefined) byIdentifier.set(`${name}:${value}`, reference.id)
      else
        report('reference-duplicate', {
          place,
          file,
          actual: reference.id,
          detail: `\`${reference.id}\` and \`${other}\` have the same ${name} \`${reference[name]}\``,
        })
    }
  }
  return byId
}
