import type {Reference} from '../../language/index.ts'

/** What says of a reference what it is or where it was found, and is no part of an entry in any style. */
const bookkeeping = new Set([
  ...['id', 'type', 'kind', 'notice', 'acknowledged', 'note', 'annote', 'abstract', 'keyword', 'categories'],
  ...['custom', 'language', 'source', 'ISBN', 'ISSN', 'archive', 'archive_location', 'call-number'],
  ...['citation-key', 'citation-label', 'title-short', 'shortTitle', 'journalAbbreviation'],
])

const links = ['DOI', 'PMID', 'PMCID', 'URL']

/** Fields that a style may leave out where it prints another one, which does the same for readers. */
const standIns: ReadonlyMap<string, readonly string[]> = new Map([
  ...[...links, 'accessed'].map(field => [field, links] as const),
  ['container-title', ['container-title-short']],
  ['container-title-short', ['container-title']],
  ['publisher-place', ['publisher']],
  ['status', ['volume', 'issue', 'page']],
])

/** Who stands behind a work: of several that are the same, a style prints one. */
const makers = ['author', 'editor', 'authority', 'publisher']

/**
 * Fields of a reference that a style prints nothing of: its entry is the same without them.
 *
 * @param print Makes the entry.
 * @returns Their names in the order of the reference, apart from bookkeeping and from what another field
 * stands in for.
 */
export function unprintedFields(
  reference: Reference,
  print: (reference: Reference) => unknown,
): readonly string[] {
  const printed = JSON.stringify(print(reference))
  const unprinted = new Set<string>()
  let rest = reference
  // From the last to the first: of two fields that say the same, one stays.
  for (const field of Object.keys(reference).reverse()) {
    if (bookkeeping.has(field) || isEmpty(reference[field])) continue
    const without: Reference = {...rest, [field]: undefined}
    if (JSON.stringify(print(without)) !== printed) continue
    unprinted.add(field)
    rest = without
  }
  const isPrinted = (field: string): boolean => reference[field] !== undefined && !unprinted.has(field)
  const isSaid = (field: string): boolean =>
    makers.includes(field) &&
    makers.some(other => isPrinted(other) && nameOf(reference[other]) === nameOf(reference[field]))
  return [...unprinted].reverse().filter(field => !standIns.get(field)?.some(isPrinted) && !isSaid(field))
}

/** A maker as one text, whether it was written as a text or as one name. */
function nameOf(maker: unknown): string {
  const [only, ...others]: unknown[] = Array.isArray(maker) ? maker : [maker]
  const name = typeof only === 'object' && only !== null && 'literal' in only ? only.literal : only
  return JSON.stringify([typeof name === 'string' ? name.trim().toLowerCase() : name, others])
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
