import type {Position} from 'unist'
import {
  type AudienceTable,
  type FindMarkup,
  footnoteCalls,
  type TextBranch,
  type TextGroup,
  unbalancedTag,
} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {YamlPath, YamlReading} from './read-yaml.ts'

/** Where plain texts come from, and what may stand in them. */
export interface TextSource {
  readonly audiences: AudienceTable
  readonly report: Report
  readonly locate: YamlReading['locate']
  readonly file?: string | undefined
  readonly findMarkup: FindMarkup
  /** Rule for values that are neither text nor a map. */
  readonly rule: 'front-matter-invalid' | 'glossary-invalid' | 'variable-invalid'
}

/**
 * A text, or a map from audience ids and `default` to texts, as a group.
 *
 * @param value As `readYaml` gives it.
 * @param group Name of the group in reports.
 * @param path Where the value stands.
 * @returns `undefined` after a report where it is neither. A text with markup, and a branch for an unknown
 * audience, are left out, and the group is withheld.
 */
export function toTextGroup(
  value: unknown,
  group: string,
  path: YamlPath,
  source: TextSource,
): TextGroup | undefined {
  if (typeof value === 'string') {
    const text = toText(value, path, source)
    return text === undefined
      ? {group, branches: [], withheld: true}
      : {group, branches: [branch(undefined, text)]}
  }
  if (!(value instanceof Map) || value.size === 0) {
    const detail = `\`${path.join('.')}\` must be a text, or a map from audience ids and \`default\` to texts`
    source.report(source.rule, {place: source.locate(path), file: source.file, actual: nameOf(path), detail})
    return undefined
  }
  const branches: TextBranch[] = []
  let isWithheld = false
  for (const [id, wording] of value as Map<string, unknown>) {
    const text = typeof wording === 'string' ? toText(wording, [...path, id], source) : undefined
    const isKnown = isAudience(id, [...path, id], source)
    if (!isKnown || (typeof wording === 'string' && text === undefined)) isWithheld = true
    else if (text !== undefined) branches.push(branch(id === 'default' ? undefined : id, text))
    else {
      const detail = `\`${[...path, id].join('.')}\` must be a text`
      source.report(source.rule, {
        place: source.locate([...path, id]),
        file: source.file,
        actual: nameOf(path),
        detail,
      })
    }
  }
  if (isWithheld) return {group, branches, withheld: true}
  return branches.length === 0 ? undefined : {group, branches}
}

/** Of the term, the variable or the key of front matter that a text belongs to. */
function nameOf([name = '']: YamlPath): string {
  return String(name)
}

function branch(audience: string | undefined, text: string): TextBranch {
  const match = {
    audiences: audience === undefined ? undefined : [audience],
    dimensions: new Map(),
    otherwise: audience === undefined,
  }
  return {match, text}
}

function toText(value: string, path: YamlPath, source: TextSource): string | undefined {
  const text = value.trim()
  for (const {call} of footnoteCalls(text)) {
    const detail = `\`${path.join('.')}\` is plain text: \`${call}\` calls no footnote in it`
    source.report('footnote-missing', {place: source.locate(path), file: source.file, actual: call, detail})
  }
  const tag = unbalancedTag(text)
  if (tag !== undefined)
    source.report('tag-unbalanced', {place: source.locate(path), file: source.file, actual: tag})
  const markup = source.findMarkup(text)
  if (markup === undefined) return text
  const {rule, actual, detail} = markup
  const place: Position | undefined = source.locate(path)
  source.report(rule, {
    place,
    file: source.file,
    ...(actual !== undefined && {actual}),
    detail: `\`${path.join('.')}\` is plain text: ${detail}`,
  })
  return undefined
}

function isAudience(id: string, path: YamlPath, source: TextSource): boolean {
  if (id === 'default' || source.audiences.has(id)) return true
  const expected = ['default', ...source.audiences.ids]
  source.report('audience-unknown', {
    place: source.locate(path, 'key'),
    file: source.file,
    actual: id,
    expected,
  })
  return false
}
