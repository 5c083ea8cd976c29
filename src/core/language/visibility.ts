import type {Condition} from './condition.ts'

/** Readers who meet both conditions. Returns `left` itself where `right` excludes no further reader. */
export function intersect(left: Condition, right: Condition): Condition {
  const audiences = overlap(left.audiences, right.audiences)
  const dimensions = new Map(left.dimensions)
  for (const [name, values] of right.dimensions) {
    const known = dimensions.get(name)
    dimensions.set(name, known === undefined ? values : overlap(known, values))
  }
  return audiences.size === left.audiences.size && right.dimensions.size === 0
    ? left
    : {audiences, dimensions}
}

/** Whether no reader can fulfil a condition. */
export function isEmpty(condition: Condition): boolean {
  return (
    condition.audiences.size === 0 || [...condition.dimensions.values()].some(values => values.size === 0)
  )
}

/** Whether some reader fulfils both. */
export function meet(left: Condition, right: Condition): boolean {
  return !isEmpty(intersect(left, right))
}

/** Whether every reader who fulfils `inner` fulfils `outer` too. */
export function covers(outer: Condition, inner: Condition): boolean {
  for (const id of inner.audiences) if (!outer.audiences.has(id)) return false
  for (const [name, values] of outer.dimensions) {
    const narrower = inner.dimensions.get(name)
    if (narrower === undefined) return false
    for (const value of narrower) if (!values.has(value)) return false
  }
  return true
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...left].filter(value => right.has(value)))
}
