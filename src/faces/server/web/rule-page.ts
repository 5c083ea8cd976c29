import {compile, explain, type RuleId, render, rules} from '../../../internal.ts'
import {Problem, type ProblemKind, problems} from './problem.ts'
import type {Asset} from './target.ts'

/**
 * The page at `/docs/rules/{id}` of a rule or of a kind of problem. It needs nothing from another server.
 *
 * @param readRule The page of a rule in Markdown.
 * @throws {Problem} For an id that is neither.
 */
export function rulePageAsset(id: string, readRule: (id: RuleId) => string): Asset {
  const source = isRule(id) ? readRule(id) : isProblem(id) ? problemPage(id) : undefined
  if (source === undefined) {
    const known = [...Object.keys(rules), ...Object.keys(problems)]
    throw new Problem('not-found', `There is no rule \`${id}\`${explain(id, known)}`)
  }
  const {value} = render(compile(source, {config}), {audience: 'author'})
  return {type: 'text/html; charset=utf-8', body: page(id, value)}
}

const config = {audiences: [{id: 'author', label: 'I write'}]}

const isRule = (id: string): id is RuleId => Object.hasOwn(rules, id)
const isProblem = (id: string): id is ProblemKind => Object.hasOwn(problems, id)

function problemPage(kind: ProblemKind): string {
  const {status, title} = problems[kind]
  return `# \`${kind}\`

${title}. The status of the answer is **${status}**.

\`detail\` says what was wrong with this request, \`allowed\` what is possible, \`messages\` what is wrong with a source, and
\`errors\` which values of a body cannot be used.
`
}

function page(id: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${id} – Parlance</title>
<link rel="icon" href="data:,">
<style>body{max-width:45rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}pre{overflow:auto;padding:.75rem;background:#f3f3f3}</style>
</head>
<body>
<main>${body}</main>
</body>
</html>
`
}
