import type {Reference, ReferenceGroup} from '../../language/index.ts'

/**
 * The group that a reference is listed under: its `kind`, else the first that takes its CSL type, else the
 * last.
 *
 * @param groups The project's groups in the order of the list.
 */
export function groupOf(reference: Reference, groups: readonly ReferenceGroup[]): ReferenceGroup | undefined {
  return (
    groups.find(({id}) => id === reference.kind) ??
    groups.find(({types}) => types.includes(reference.type)) ??
    groups.at(-1)
  )
}
