import type {Position} from 'unist'
import {isUnsafeUrl, type Reference} from '../../language/index.ts'
import {explain} from '../../messages/choose.ts'
import {formatIssue} from '../../messages/format-issue.ts'
import type {Report} from '../../messages/reporter.ts'
import {toPlain} from '../../yaml/plain.ts'
import type {YamlPath, YamlReading} from '../../yaml/read-yaml.ts'
import {identifiers} from './identifiers.ts'
import {cslTypes, referenceSchema} from './schema.ts'

/** A reference and where it was written. */
export interface PlacedReference {
  readonly reference: Reference
  readonly place: Position | undefined
  readonly file: string | undefined
}

/** Where the items of a list stand, and where their problems are reported. */
export interface ReferenceSource {
  readonly locate: YamlReading['locate']
  /** Path of the list inside what `locate` knows. */
  readonly path: YamlPath
  /** File that the places are about; absent: the page's own. */
  readonly file: string | undefined
  /** Ids of the project's reference groups, for `kind`. */
  readonly kinds: readonly string[]
  readonly report: Report
}

/**
 * Check CSL-JSON items, bring their identifiers to one form, and keep those that are sound.
 *
 * @param items A list as `readYaml` gives it.
 */
export function toReferences(items: unknown, source: ReferenceSource): readonly PlacedReference[] {
  if (!Array.isArray(items)) {
    invalid(source, [], 'References must be a list of CSL-JSON items', undefined)
    return []
  }
  return items.flatMap((item, index) => {
    const reference = toReference(toPlain(item), [index], source)
    return reference === undefined
      ? []
      : [{reference, place: source.locate([...source.path, index]), file: source.file}]
  })
}

function toReference(item: unknown, path: YamlPath, source: ReferenceSource): Reference | undefined {
  const parsed = referenceSchema.safeParse(withoutNull(item), {error: formatIssue})
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const at = issue.path.map(step => (typeof step === 'number' ? step : String(step)))
      invalid(source, [...path, ...at], describe(item, at, issue.message), idOf(item))
    }
    return undefined
  }
  const reference: Record<string, unknown> = {...parsed.data}
  if (typeof reference.kind === 'string' && !source.kinds.includes(reference.kind)) {
    invalid(
      source,
      [...path, 'kind'],
      `Unknown kind \`${reference.kind}\`${explain(reference.kind, source.kinds)}`,
      idOf(item),
    )
    delete reference.kind
  }
  for (const [name, {normalize, like}] of identifiers) {
    const written = reference[name]
    if (typeof written !== 'string') continue
    const normal = normalize(written)
    if (normal === undefined) {
      if (name === 'URL' && isUnsafeUrl(written))
        source.report('url-unsafe', {
          place: place(source, [...path, name]),
          file: source.file,
          actual: written,
        })
      else {
        const detail = `\`${written}\` is no ${name}: write it like \`${like}\``
        invalid(source, [...path, name], detail, idOf(item))
      }
      delete reference[name]
    } else reference[name] = normal
  }
  return reference as unknown as Reference // what the schema has checked
}

/** YAML and PubMed exports leave fields empty that they do not know. */
function withoutNull(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null))
}

function describe(item: unknown, path: YamlPath, message: string): string {
  if (typeof item !== 'object' || item === null) return 'A reference must be a CSL-JSON item'
  const id = 'id' in item ? ` of \`${String(item.id)}\`` : ''
  const [field] = path
  if (field === undefined) return `A reference must be a CSL-JSON item`
  const value: unknown = Reflect.get(item, field)
  if (field === 'type') {
    const actual = value === undefined ? '' : String(value)
    return actual === ''
      ? `\`type\`${id} is missing${explain(actual, cslTypes)}`
      : `Unknown type \`${actual}\`${id}${explain(actual, cslTypes)}`
  }
  return value === undefined
    ? `\`${field}\`${id} is missing`
    : `\`${path.join('.')}\`${id} must be ${message}`
}

function idOf(item: unknown): string | undefined {
  const id: unknown = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
  return typeof id === 'string' ? id : undefined
}

/** @param id Of the reference, where it has one: so its citations are known to follow from this. */
function invalid(source: ReferenceSource, path: YamlPath, detail: string, id: string | undefined): void {
  source.report('reference-invalid', {
    place: place(source, path),
    file: source.file,
    detail,
    ...(id !== undefined && {actual: id}),
  })
}

function place(source: ReferenceSource, path: YamlPath): Position | undefined {
  return source.locate([...source.path, ...path])
}
