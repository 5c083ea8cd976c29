import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {createMessage, type Document, hashGroups, type Message} from '../../internal.ts'
import {removeLeftovers, writeWhole} from '../build/write-whole.ts'

/** Wordings that were read together and accepted: page, group, branch, hash. */
export type Accepted = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

const lockName = 'parlance.lock.json'

/** The lock file of a project; empty where there is none. @throws {SyntaxError} Where it is no JSON. */
export function readAccepted(root: string): Accepted {
  try {
    // written by `accept`
    const lock = JSON.parse(readFileSync(join(root, lockName), 'utf8')) as {groups?: Accepted}
    return lock.groups ?? {}
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}

/**
 * Record the groups of some pages as read together; what is recorded of other pages stays.
 *
 * @param root Absolute path of the project’s folder.
 * @param pages Paths of pages, with their compiled documents.
 */
export async function accept(root: string, pages: ReadonlyMap<string, Document>): Promise<void> {
  const groups: Record<string, Accepted[string]> = {...readAccepted(root)}
  for (const [path, document] of pages) groups[path] = recordOf(document)
  const sorted = Object.fromEntries(Object.entries(groups).sort(([left], [right]) => (left < right ? -1 : 1)))
  removeLeftovers(root)
  writeWhole(join(root, lockName), `${JSON.stringify({version: 1, groups: sorted}, null, 2)}\n`)
}

function recordOf(document: Document): Accepted[string] {
  return Object.fromEntries(
    hashGroups(document).map(({group, branches}) => [group, Object.fromEntries(branches)]),
  )
}

/** Groups of which some branches were edited since they were accepted, and others were not. */
export function staleGroups(document: Document, path: string, accepted: Accepted): readonly Message[] {
  return hashGroups(document).flatMap(({group, place, branches}) => {
    const known = new Map(Object.entries(accepted[path]?.[group] ?? {}))
    const shared = [...branches].filter(([name]) => known.has(name))
    const edited = shared.filter(([name, hash]) => known.get(name) !== hash).map(([name]) => name)
    const untouched = shared.filter(([name, hash]) => known.get(name) === hash).map(([name]) => name)
    if (edited.length === 0 || untouched.length === 0) return []
    const list = (names: readonly string[]): string => names.map(name => `\`${name}\``).join(', ')
    const detail = `In \`${group}\` the wording for ${list(edited)} was edited since it was accepted, for ${list(untouched)} it was not`
    return createMessage(document.settings, path, 'variant-stale', {place, detail, audiences: []})
  })
}

/**
 * The same by the lock file as it is now, for editors: one that is in the middle of a merge says nothing, and
 * `parlance check` does.
 *
 * @param document A compiled page.
 * @param path Path of the page from the project’s folder.
 * @param root Absolute path of the project’s folder.
 */
export function staleGroupsNow(document: Document, path: string, root: string): readonly Message[] {
  try {
    return staleGroups(document, path, readAccepted(root))
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
