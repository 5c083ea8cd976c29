import {type JsonMessage, type Message, messageToJson, type RuleId, rules, ruleUrl} from '../../index.ts'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/**
 * Messages as SARIF 2.1.0.
 *
 * @param version Of Parlance.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(messages: readonly Message[], version: string): string {
  const found = messages.map(messageToJson)
  const ids = [...new Set(found.map(({ruleId}) => ruleId))].sort()
  const driver = {
    name: 'parlance',
    version,
    rules: ids.map(id => ({id, helpUri: ruleUrl(id as RuleId), help: {text: rules[id as RuleId].note}})), // every message has a rule of the table
  }
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    results: found.map(message => resultOf(message, ids)),
  }
  return `${JSON.stringify({$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}, null, 2)}\n`
}

function resultOf(
  {ruleId, severity, reason, file, line, column, endLine, endColumn}: JsonMessage,
  ids: readonly string[],
) {
  const region =
    line === undefined ? {} : {region: {startLine: line, startColumn: column, endLine, endColumn}}
  const location =
    file === undefined
      ? {}
      : {locations: [{physicalLocation: {artifactLocation: {uri: encodeURI(file)}, ...region}}]}
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: {text: reason},
    ...location,
  }
}
