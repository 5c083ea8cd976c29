import type {BranchMatch, Condition, Dimension, Match, Reader, Resolution} from '../language/index.ts'
import {intersect, resolve} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {GroupInput} from './directives/definition.ts'
import type {Page} from './page.ts'

/** Where a group stands. */
export interface GroupSite {
  readonly page: Page
  readonly visibility: Condition
  readonly file: string | undefined
  readonly report: Report
}

/**
 * Check a group for every reader who can get to it, record it for the completeness matrix, and work out who
 * gets which branch.
 *
 * @returns Readers per branch, in the order of the branches.
 */
export function checkGroup(input: GroupInput, site: GroupSite): readonly Condition[] {
  const {page, visibility, file, report} = site
  const {settings, audiences: served} = page.input
  const servedHere = served.filter(id => visibility.audiences.has(id))
  // A shared file may hold branches for readers that this page does not serve; the page's own text may not.
  const universe = file === undefined ? servedHere : [...visibility.audiences]
  const reached = input.matches.map(() => new Set<string>())
  const resolutions = new Map<string, Resolution>()
  const overlaps = new Map<string, {branches: readonly number[]; audiences: Set<string>}>()
  const missing = new Map<string, Reader>()

  for (const audience of universe) {
    for (const reader of readersOf(audience, input.matches, visibility, settings.dimensions)) {
      const match = resolve(input.matches, reader, settings.audiences)
      if (match.via === 'missing' && !missing.has(audience)) missing.set(audience, reader)
      if (match.via === 'overlap') note(overlaps, match.branches, audience)
      for (const branch of branchesOf(match)) reached[branch]?.add(audience)
      if (servedHere.includes(audience) && (match.via === 'missing' || !resolutions.has(audience))) {
        resolutions.set(audience, recordOf(match))
      }
    }
  }

  for (const id of servedHere) if (missing.has(id)) reportMissing(id, missing.get(id), input, report)
  for (const {branches, audiences} of overlaps.values()) {
    const names = [...audiences].map(id => `\`${id}\``).join(', ')
    const place = input.places?.[branches.at(-1) ?? 0] ?? input.place
    const detail = `${branches.length} branches of \`${input.group}\` fit ${names} equally well`
    report('variant-overlap', {place, detail, audiences})
  }
  for (const [index, audiences] of reached.entries()) {
    // the label is what an author reads
    const spoken = input.kind === 'say' && input.matches[index]?.otherwise
    if (audiences.size > 0 || input.kind === 'text' || spoken || universe.length === 0) continue
    const detail = `No reader can get this branch of \`${input.group}\`: ${describe(input.matches[index])}`
    report('variant-unreachable', {place: input.places?.[index] ?? input.place, detail})
  }
  page.groups.push({
    group: input.group,
    kind: input.kind,
    ...(file !== undefined && {file}),
    ...(input.place && {place: input.place}),
    visibility,
    omitted: input.omitted ?? [],
    audiences: resolutions,
  })
  return input.matches.map((match, index) =>
    intersect(visibility, {audiences: reached[index] ?? new Set(), dimensions: match.dimensions}),
  )
}

function note(
  overlaps: Map<string, {branches: readonly number[]; audiences: Set<string>}>,
  branches: readonly number[],
  audience: string,
): void {
  const known = overlaps.get(branches.join()) ?? {branches, audiences: new Set()}
  known.audiences.add(audience)
  overlaps.set(branches.join(), known)
}

/** A reader for each combination of values of the dimensions that the branches name, and for naming none. */
function readersOf(
  audience: string,
  matches: readonly BranchMatch[],
  visibility: Condition,
  dimensions: ReadonlyMap<string, Dimension>,
): readonly Reader[] {
  const used = new Set(matches.flatMap(match => [...match.dimensions.keys()]))
  let readers: Map<string, string>[] = [new Map()]
  for (const name of used) {
    const dimension = dimensions.get(name)
    if (dimension === undefined) continue
    const within = visibility.dimensions.get(name)
    const values: (string | undefined)[] = dimension.values.filter(value => within?.has(value) ?? true)
    if (within === undefined && dimension.default === undefined) values.unshift(undefined)
    readers = readers.flatMap(reader =>
      values.map(value => (value === undefined ? reader : new Map(reader).set(name, value))),
    )
  }
  return readers.map(values => ({audience, dimensions: values}))
}

function branchesOf(match: Match): readonly number[] {
  if (match.via === 'overlap') return match.branches
  return match.via === 'missing' ? [] : [match.branch]
}

function recordOf(match: Match): Resolution {
  if (match.via === 'overlap' || match.via === 'missing') return {via: 'missing'}
  return match
}

function reportMissing(id: string, reader: Reader | undefined, input: GroupInput, report: Report): void {
  const values = [...(reader?.dimensions ?? [])].map(([name, value]) => ` with \`${name}=${value}\``).join('')
  const detail = `\`${input.group}\` has no wording for \`${id}\`${values}`
  report('variant-missing', {place: input.place, actual: id, detail, audiences: [id]})
}

function describe(match: BranchMatch | undefined): string {
  if (match === undefined || match.otherwise) return 'the other branches fit everyone'
  const ids = match.audiences?.map(id => `\`${id}\``).join(', ')
  return ids === undefined
    ? 'its dimensions fit no reader who gets here'
    : `${ids} cannot get here, or is served by another branch`
}
