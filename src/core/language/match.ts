import type {AudienceTable, Reader} from './audience.ts'
import type {BranchMatch, Condition} from './condition.ts'

/** Which branch of a group a reader gets, and by which rule. */
export type Match =
  | {readonly via: 'own' | 'parent' | 'default'; readonly branch: number}
  | {readonly via: 'fallback'; readonly branch: number; readonly from: string}
  | {readonly via: 'missing'}
  | {readonly via: 'overlap'; readonly branches: readonly number[]}

/** Whether a reader may see what a condition guards. */
export function holds(condition: Condition, reader: Reader): boolean {
  return condition.audiences.has(reader.audience) && dimensionsHold(condition.dimensions, reader)
}

/**
 * The branch of a group for a reader, in this order: the exact id; the nearest parent; a branch that names
 * only further dimensions; the fallback ids in their order, each with its parents; `otherwise`. Where several
 * branches fit at one step, the one that names most dimensions wins, and a tie is an overlap.
 *
 * @param branches The group's branches in source order.
 * @param reader Who asks.
 * @param audiences The declared audiences.
 */
export function resolve(branches: readonly BranchMatch[], reader: Reader, audiences: AudienceTable): Match {
  const open = branches
    .map((branch, index) => ({branch, index}))
    .filter(({branch}) => dimensionsHold(branch.dimensions, reader))

  const best = (fits: (branch: BranchMatch) => boolean): readonly number[] => {
    const fitting = open.filter(({branch}) => !branch.otherwise && fits(branch))
    const most = Math.max(...fitting.map(({branch}) => branch.dimensions.size))
    return fitting.filter(({branch}) => branch.dimensions.size === most).map(({index}) => index)
  }
  const bestFor = (id: string): readonly number[] => best(branch => branch.audiences?.includes(id) ?? false)

  for (const id of audiences.lineage(reader.audience)) {
    const found = only(bestFor(id), branch => ({via: id === reader.audience ? 'own' : 'parent', branch}))
    if (found) return found
  }
  const anybody = only(
    best(branch => branch.audiences === undefined),
    branch => ({via: 'own', branch}),
  )
  if (anybody) return anybody
  for (const from of audiences.get(reader.audience)?.fallback ?? []) {
    for (const id of audiences.lineage(from)) {
      const found = only(bestFor(id), branch => ({via: 'fallback', branch, from}))
      if (found) return found
    }
  }
  const rest = open.filter(({branch}) => branch.otherwise).map(({index}) => index)
  return only(rest, branch => ({via: 'default', branch})) ?? {via: 'missing'}
}

function only(fitting: readonly number[], match: (branch: number) => Match): Match | undefined {
  const [first, second] = fitting
  if (first === undefined) return undefined
  return second === undefined ? match(first) : {via: 'overlap', branches: fitting}
}

function dimensionsHold(dimensions: BranchMatch['dimensions'], reader: Reader): boolean {
  for (const [name, values] of dimensions) {
    const value = reader.dimensions.get(name)
    if (value === undefined || !values.has(value)) return false
  }
  return true
}
