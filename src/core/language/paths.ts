/**
 * Where a path that an author wrote may lead, as paths from the content root.
 *
 * @param from Path of the file that names it, from the content root; `undefined` for a source without a path.
 * @param to As written. A leading `/` starts at the content root; anything else is looked up beside the file
 * that
 *   names it, then from the content root.
 * @returns Candidates in the order in which to try them; `undefined` where the path leaves the content root.
 */
export function candidatePaths(from: string | undefined, to: string): readonly string[] | undefined {
  if (to.includes('\\') || to.includes('\0') || /^[a-z][a-z0-9+.-]*:/i.test(to)) return undefined
  const fromRoot = normalize(to.replace(/^\/+/, ''))
  if (to.startsWith('/')) return fromRoot === undefined ? undefined : [fromRoot]
  const folder = from?.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const beside = normalize(folder + to)
  const candidates = [beside, fromRoot].filter(path => path !== undefined)
  return candidates.length === 0 ? undefined : [...new Set(candidates)]
}

/** Path without `.`, `../..` and empty segments; `undefined` where it leads above its root. */
function normalize(path: string): string | undefined {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return undefined
    if (segment !== '' && segment !== '.' && segment !== '..') segments.push(segment)
  }
  return segments.join('/')
}
