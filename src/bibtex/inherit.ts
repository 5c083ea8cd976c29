/** A CSL-JSON item and the key of the entry that it borrows from. */
export interface Borrower {
  readonly item: Readonly<Record<string, unknown>>
  readonly crossref: string | undefined
}

/** Types of works that stand in another work, whose title they have as their container's. */
const parts = new Set([
  'chapter',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'paper-conference',
  'article-journal',
])

/** What is true of one work only. */
const own = new Set([
  'id',
  'type',
  'title',
  'title-short',
  'page',
  'number-of-pages',
  'DOI',
  'PMID',
  'PMCID',
  'URL',
])

/**
 * Fill in what an entry leaves to the one that its `crossref` names, over any number of steps; a circle ends where it closes.
 *
 * @param borrowers All entries of a file; of two with one key the first is borrowed from.
 * @returns Items in the same order.
 * @see biblatex manual, appendix B (Default Inheritance Setup)
 */
export function inherit(borrowers: readonly Borrower[]): readonly Readonly<Record<string, unknown>>[] {
  const byKey = new Map<unknown, Borrower>()
  for (const borrower of borrowers) if (!byKey.has(borrower.item.id)) byKey.set(borrower.item.id, borrower)
  const filled = (
    {item, crossref}: Borrower,
    open: readonly unknown[],
  ): Readonly<Record<string, unknown>> => {
    const parent = crossref === undefined || open.includes(crossref) ? undefined : byKey.get(crossref)
    if (parent === undefined) return item
    const {title, author, ...rest} = filled(parent, [...open, crossref])
    const isPart = parts.has(String(item.type))
    const lent = Object.entries(rest).filter(([variable]) => !own.has(variable))
    return {
      ...Object.fromEntries(lent),
      ...(!isPart && title !== undefined && {title}),
      ...(isPart && title !== undefined && {'container-title': title}),
      ...(author !== undefined && {author, ...(item.type === 'chapter' && {'container-author': author})}),
      ...item,
    }
  }
  return borrowers.map(borrower => filled(borrower, [borrower.item.id]))
}
