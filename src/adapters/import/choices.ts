import {explain, type ResolvedConfig} from '../../internal.ts'

/** The readers that a condition can name: declared audiences, or the values of another dimension. */
export interface Choices {
  /** Attribute of directives that names them. */
  readonly attribute: string
  readonly ids: readonly string[]
  /** Ids that see what is marked for some of them. */
  readonly seeing: (ids: Iterable<string>) => ReadonlySet<string>
  /** Whether `not` exists for them. */
  readonly hasNot: boolean
}

/** A condition as attributes of a directive; `everyone` where none is needed. */
export type ImportedCondition = 'everyone' | {readonly name: string; readonly ids: readonly string[]}

/**
 * @param dimension `undefined`: audiences.
 * @throws {RangeError} For a dimension that the configuration does not declare.
 */
export function choicesOf(config: ResolvedConfig, dimension: string | undefined): Choices {
  const ids = choicesIn(config, dimension)
  if (ids === undefined) throw new RangeError(`There is no dimension \`${dimension}\``)
  if (dimension !== undefined) return {attribute: dimension, ids, seeing: ids => new Set(ids), hasNot: false}
  return {attribute: 'for', ids, seeing: named => config.settings.audiences.seeing(named), hasNot: true}
}

/** Ids of the declared audiences, or values of a dimension; `undefined` for one that is not declared. */
export function choicesIn({settings}: ResolvedConfig, dimension?: string): readonly string[] | undefined {
  return dimension === undefined ? settings.audiences.ids : settings.dimensions.get(dimension)?.values
}

/**
 * Write a set of readers as a condition.
 *
 * @param readers A part of `scope`.
 * @param scope Who is left by the conditions around it.
 * @returns `undefined` where no condition means exactly them in scope: a parent without its children.
 */
export function conditionFor(
  readers: ReadonlySet<string>,
  scope: ReadonlySet<string>,
  {attribute, ids, seeing, hasNot}: Choices,
): ImportedCondition | undefined {
  if (isSame(readers, scope)) return 'everyone'
  const others = new Set([...scope].filter(id => !readers.has(id)))
  const named = (wanted: ReadonlySet<string>): readonly string[] => {
    const inOrder = ids.filter(id => wanted.has(id))
    return inOrder.filter(id => !inOrder.some(parent => parent !== id && seeing([parent]).has(id)))
  }
  const means = (named: readonly string[], wanted: ReadonlySet<string>): boolean => {
    const seen = seeing(named)
    return isSame(new Set([...scope].filter(id => seen.has(id))), wanted)
  }
  const [these, those] = [named(readers), named(others)]
  const forms: readonly (Exclude<ImportedCondition, 'everyone'> | undefined)[] = [
    means(these, readers) ? {name: attribute, ids: these} : undefined,
    hasNot && means(those, others) ? {name: 'not', ids: those} : undefined,
  ]
  return forms
    .filter(form => form !== undefined)
    .toSorted((a, b) => a.ids.length - b.ids.length)
    .at(0)
}

export function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every(id => others.has(id))
}

/** `{for=patient}`, `{not="student patient"}`. */
export function attributesOf({name, ids}: Exclude<ImportedCondition, 'everyone'>): string {
  const value = ids.join(' ')
  return `{${name}=${ids.length === 1 ? value : `"${value}"`}}`
}

/** Other systems' names for readers, by the name there. */
export type Names = ReadonlyMap<string, readonly string[]>

/** Declared ids that another system's name stands for; `undefined` for an unknown name. */
export function idsFor(name: string, names: Names, {ids}: Choices): readonly string[] | undefined {
  return names.get(name) ?? (ids.includes(name) ? [name] : undefined)
}

/** The message for an unknown name. */
export function unknownName(name: string, {ids}: Choices): {reason: string; note: string} {
  return {
    reason: `Unknown reader \`${name}\`${explain(name, ids)}`,
    note: `Say which readers it means, \`--map ${name}=${ids[0] ?? 'id'}\`, or declare it in the configuration.`,
  }
}
