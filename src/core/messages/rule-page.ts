import {type Rule, type RuleId, rules} from './rules.ts'

/**
 * What the table says about a rule, as a page of Markdown. Its page in the docs continues with an example.
 */
export function rulePage(id: RuleId): string {
  const {severity, raised, safety, text, why, note}: Rule = rules[id]
  const fixed = safety ? ' A project cannot change it: one of the two promises rests on it.' : ''
  const heavier = raised === undefined ? '' : `; where it weighs more **${raised}**`
  const message = text === '{detail}' ? '' : `Message: ${text.replace(/\{(\w+)\}/g, '‹$1›')}\n\n`
  return `# \`${id}\`

Severity: **${severity}**${heavier}.${fixed}

${message}**Why:** ${why}

**Fix:** ${note}
`
}
