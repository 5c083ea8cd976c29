import type {Nodes} from 'mdast'
import {type Disable, isComment, type Message, walk} from '../language/index.ts'
import {explain} from './choose.ts'
import type {Report} from './reporter.ts'
import {type RuleId, rules} from './rules.ts'

const command = 'parlance-disable-next-line'

/** Rules that a project or a face checks: `check` alone cannot know whether they would report anything. */
const outside: ReadonlySet<string> = new Set<RuleId>(['readability', 'variant-stale'])

/** Ids that a comment may name. */
const allowed = Object.keys(rules).filter(id => !rules[id as RuleId].safety) // the table's own keys

/**
 * The disabling comments of one file; those that disable nothing since they are not written as they must be
 * are reported.
 *
 * @param root The file as it was parsed.
 * @param text Its source.
 * @param file Its path, for messages of the same file.
 */
function readDisables(
  root: Nodes,
  text: string,
  file: string | undefined,
  report: Report,
): readonly Disable[] {
  if (!text.includes('parlance-disable')) return []
  const found: Disable[] = []
  walk(root, node => {
    if (node.type !== 'html' || node.position === undefined || !isComment(node.value)) return
    const [, name, rest] = /^<!--\s*(parlance-disable[\w-]*)([\s\S]*?)-->\s*$/.exec(node.value) ?? []
    if (name === undefined || rest === undefined) return
    const {position: place} = node
    const refuse = (detail: string, actual = name, expected?: readonly string[]): void =>
      report('disable-invalid', {place, file, actual, detail, audiences: [], ...(expected && {expected})})
    if (name !== command) {
      refuse(`There is no comment \`${name}\`${explain(name, [command])}`, name, [command])
      return
    }
    const [, named = '', reason = ''] = /^([\s\S]*?)(?:\s--(?:\s([\s\S]*))?)?$/.exec(rest.trimEnd()) ?? []
    const ids = named.split(/[\s,]+/).filter(id => id !== '')
    if (ids.length === 0) return refuse('The comment names no rule')
    if (reason.trim() === '') {
      const detail = `The comment gives no reason, so it disables nothing: write \`-- why\` behind \`${ids.join(', ')}\``
      return refuse(detail)
    }
    for (const id of ids) {
      if (!Object.hasOwn(rules, id)) refuse(`Unknown rule \`${id}\`${near(id)}`, id, allowed)
      else if (rules[id as RuleId].safety)
        refuse(`\`${id}\` is a safety rule: no comment disables it`, id) // its message stays
      else found.push({rule: id, line: place.end.line + 1, file, place})
    }
  })
  return found
}

/** Parses one file of a page, the page itself where no path is given. */
type ParseComment<Source, Parsed> = (source: Source, file?: string) => Parsed

/** The same parser, and the disabling comments of all files that it has read. */
export function collectDisables<Source, Parsed extends {readonly root: Nodes; readonly text: string}>(
  parser: ParseComment<Source, Parsed>,
  path: string | undefined,
  report: Report,
): {readonly parse: ParseComment<Source, Parsed>; readonly disables: readonly Disable[]} {
  const disables: Disable[] = []
  const parse: ParseComment<Source, Parsed> = (source, file) => {
    const parsed = parser(source, file)
    disables.push(...readDisables(parsed.root, parsed.text, file ?? path, report))
    return parsed
  }
  return {parse, disables}
}

/** Not the list of all rules: it is long, and stands in the docs. */
function near(id: string): string {
  const [suggestion = ''] = /did you mean `[^`]+`\?/.exec(explain(id, allowed)) ?? []
  return suggestion === '' ? '' : `: ${suggestion}`
}

/** Messages, those that a comment disables apart. */
export function splitDisabled(
  messages: readonly Message[],
  disables: readonly Disable[],
): {readonly messages: readonly Message[]; readonly disabled: readonly Message[]} {
  if (disables.length === 0) return {messages, disabled: []}
  const meant = new Set(disables.map(({rule, line, file}) => keyOf(rule, line, file)))
  const isDisabled = ({ruleId, line, file}: Message): boolean => meant.has(keyOf(ruleId, line, file))
  return {
    messages: messages.filter(message => !isDisabled(message)),
    disabled: messages.filter(isDisabled),
  }
}

/**
 * Report comments that disable nothing.
 *
 * @param messages All that was found, what they disable included.
 * @param ran Rules from outside that were looked into.
 */
export function reportUnused(
  disables: readonly Disable[],
  messages: readonly Message[],
  ran: ReadonlySet<string>,
  report: Report,
): void {
  const found = new Set(messages.map(({ruleId, line, file}) => keyOf(ruleId, line, file)))
  for (const {rule, line, place, file} of disables) {
    if (outside.has(rule) && !ran.has(rule)) continue
    if (found.has(keyOf(rule, line, file))) continue
    report('disable-unused', {place, file, actual: rule, audiences: []})
  }
}

function keyOf(rule: string | undefined, line: number | undefined, file = ''): string {
  return `${rule} ${line} ${file}`
}
