import type {AudienceTable} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {YamlPath, YamlReading} from '../yaml/read-yaml.ts'

/** Where `extra` was read, and which audiences there are. */
interface ExtraSource {
  readonly audiences: AudienceTable
  readonly locate: YamlReading['locate']
  readonly report: Report
}

/**
 * Warn about maps by audience in `extra`: what is a choice under every other key goes to each reader as a
 * whole here.
 */
export function reportExtraByAudience(value: unknown, path: YamlPath, source: ExtraSource): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) reportExtraByAudience(item, [...path, index], source)
    return
  }
  if (!(value instanceof Map)) return
  const {audiences, locate, report} = source
  const keys = [...(value as Map<string, unknown>).keys()]
  const named = keys.filter(key => audiences.has(key))
  const [first] = named
  if (
    first !== undefined &&
    (named.length > 1 || keys.every(key => key === 'default' || audiences.has(key)))
  ) {
    const ids = named.map(id => `\`${id}\``).join(', ')
    const detail = `\`${path.join('.')}\` is a map by audience (${ids}), but every reader of the JSON output gets all of \`extra\``
    report('extra-by-audience', {place: locate([...path, first], 'key'), actual: first, detail})
    return
  }
  for (const [key, below] of value as Map<string, unknown>)
    reportExtraByAudience(below, [...path, key], source)
}
