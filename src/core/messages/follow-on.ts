import {slug} from 'github-slugger'
import type {Message} from '../language/message.ts'
import type {Report} from './reporter.ts'
import type {RuleId} from './rules.ts'

/** What the lists that a page can name things of are called, and where they come from. */
export interface Lists {
  /** It cannot be read: what it may have listed is not known. */
  readonly unread: boolean
  /** It cannot be understood which audience the page is for. */
  readonly unreadable: boolean
  /** Files by the list that they belong to, as they are named. */
  readonly files: Readonly<Record<'references' | 'glossary' | 'vars', readonly string[]>>
}

const lists = {
  'citation-unknown': {
    files: 'references',
    keys: ['references', 'bibliography'],
    invalid: 'reference-invalid',
  },
  'term-unknown': {files: 'glossary', keys: ['glossary'], invalid: 'glossary-invalid'},
  'variable-unknown': {files: 'vars', keys: ['vars'], invalid: 'variable-invalid'},
} as const

/**
 * A report that leaves out what only follows from an error that was reported before: that a name is unknown
 * whose list, or whose entry in it, could not be read, and that a wording is missing on a page that may not
 * be for that audience.
 *
 * @param messages What was reported of the front matter and of the lists; errors alone count, since they hold
 * the page back.
 */
export function withoutFollowOns(report: Report, messages: readonly Message[], known: Lists): Report {
  const errors = messages.filter(({fatal}) => fatal === true)
  if (errors.length === 0) return report
  const unread = new Map(
    Object.entries(lists).map(([rule, list]) => [
      rule,
      known.unread ? everything : unreadOf(errors, list, known),
    ]),
  )
  return (rule, finding) => {
    if (rule === 'variant-missing' && known.unreadable) return
    if (unread.get(rule)?.(finding.actual ?? '')) return
    report(rule, finding)
  }
}

const everything = (): boolean => true

function unreadOf(
  errors: readonly Message[],
  {files, keys, invalid}: (typeof lists)[keyof typeof lists],
  known: Lists,
): (name: string) => boolean {
  const names = new Set<string>()
  for (const {ruleId, actual, expected} of errors) {
    const rule = ruleId as RuleId | undefined // every message has a rule of the table
    if (rule === invalid) {
      if (actual === undefined) return everything
      names.add(actual)
    } else if (rule === 'file-missing' || rule === 'include-outside') {
      if (known.files[files].includes(actual ?? '')) return everything
    } else if (rule === 'front-matter-invalid' || rule === 'front-matter-unknown-key') {
      const meant = rule === 'front-matter-invalid' ? actual?.split('.')[0] : expected?.[0]
      if (keys.some(key => key === meant)) return everything
    }
  }
  return name => names.has(name) || names.has(slug(name))
}
