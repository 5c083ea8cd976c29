/** A range of pages, where it is one: `335-339`, `e736-e742`. */
const range = /^([A-Za-z]*)(\d+)\s*[-–]+\s*([A-Za-z]*)(\d+)$/

/**
 * The shortest range: digits that the end shares with the start are left out. What is no plain range stays as
 * written.
 *
 * @example shortRange('335-339') // 335–9
 * @see https://www.ncbi.nlm.nih.gov/books/NBK7282/ (Citing Medicine, Location (Pagination))
 */
export function shortRange(pages: string): string {
  const [, prefix = '', from = '', endPrefix = '', to = ''] = range.exec(pages) ?? []
  if (from === '' || (endPrefix !== '' && endPrefix !== prefix)) return pages
  const full = expand(from, to)
  let shared = 0
  if (full.length === from.length) while (shared < full.length - 1 && full[shared] === from[shared]) shared++
  return from === full ? `${prefix}${from}` : `${prefix}${from}–${full.slice(shared)}`
}

/** The whole range: `169-76` as `169-176`. What is no plain range stays as written. */
export function fullRange(pages: string): string {
  const [, prefix = '', from = '', endPrefix = '', to = ''] = range.exec(pages) ?? []
  if (from === '' || (endPrefix !== '' && endPrefix !== prefix)) return pages
  const full = expand(from, to)
  return from === full ? `${prefix}${from}` : `${prefix}${from}-${prefix}${full}`
}

/** `141`, `5` as `145`: an end that is shorter than its start was shortened. */
function expand(from: string, to: string): string {
  return to.length < from.length ? from.slice(0, from.length - to.length) + to : to
}
