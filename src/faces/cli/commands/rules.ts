import type {Command} from 'commander'
import {explain, type RuleId, rules} from '../../../internal.ts'
import {readRuleDocs} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {oneOf} from '../options.ts'
import type {AddCommand} from '../shell.ts'
import {openTerminal} from '../terminal.ts'

const reporters = ['pretty', 'json'] as const

interface RulesFlags {
  readonly reporter: (typeof reporters)[number]
}

export const addRules: AddCommand = (program, shell, end) => {
  program
    .command('rules')
    .description('the rules that messages name, or the page of one: what it means, an example, how to fix it')
    .argument('[id]', 'rule')
    .option('--reporter <name>', reporters.join(', '), oneOf(reporters), 'pretty')
    .action((id: string | undefined, _: unknown, command: Command) => {
      const {reporter} = command.optsWithGlobals<RulesFlags>()
      openTerminal({}, shell).out(id === undefined ? listAs(reporter) : pageAs(reporter, ruleNamed(id)))
      end(exitCodes.done)
    })
}

const ids = Object.keys(rules) as readonly RuleId[]

function ruleNamed(id: string): RuleId {
  const found = ids.find(candidate => candidate === id)
  if (found === undefined) throw new UsageError(`Unknown rule \`${id}\`${explain(id, ids)}`)
  return found
}

function listAs(reporter: RulesFlags['reporter']): string {
  if (reporter === 'json') return json(ids.map(dataOf))
  const width = Math.max(...ids.map(id => id.length))
  return ids.map(id => `${id.padEnd(width)}  ${rules[id].severity.padEnd(7)}  ${rules[id].why}\n`).join('')
}

function pageAs(reporter: RulesFlags['reporter'], id: RuleId): string {
  return reporter === 'json' ? json({...dataOf(id), page: readRuleDocs(id)}) : readRuleDocs(id)
}

function dataOf(id: RuleId) {
  return {id, ...rules[id]}
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
