import {type JsonMessage, type RuleId, rules} from '../../../internal.ts'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const

/**
 * Messages as SARIF 2.1.0.
 *
 * @param version Of Parlance.
 * @param fileOf Path from the repository's folder, by the path that a message names.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  messages: readonly JsonMessage[],
  version: string,
  fileOf: (path: string) => string,
): string {
  const urls = new Map(messages.map(({ruleId, url}) => [ruleId, url]))
  const ids = [...urls.keys()].sort()
  const driver = {
    name: 'parlance',
    semanticVersion: version,
    version,
    rules: ids.map(id => describe(id as RuleId, urls.get(id))), // every message has a rule of the table
  }
  const run = {
    tool: {driver},
    columnKind: 'utf16CodeUnits',
    results: messages.map(message => resultOf(message, ids, fileOf)),
  }
  return `${JSON.stringify({$schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run]}, null, 2)}\n`
}

function describe(id: RuleId, url: string | undefined) {
  const {why, note, severity, safety} = rules[id]
  return {
    id,
    shortDescription: {text: why},
    ...(url !== undefined && {helpUri: url}),
    help: {text: note},
    defaultConfiguration: {level: levels[severity]},
    ...(safety && {properties: {tags: ['safety']}}),
  }
}

function resultOf(message: JsonMessage, ids: readonly string[], fileOf: (path: string) => string) {
  const {ruleId, severity, reason, file, line, column, endLine, endColumn, audiences} = message
  const region =
    line === undefined
      ? {}
      : {region: {startLine: line, startColumn: column, endLine: endLine ?? line, endColumn}}
  const location =
    file === undefined
      ? {}
      : {locations: [{physicalLocation: {artifactLocation: {uri: encodeURI(fileOf(file))}, ...region}}]}
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: levels[severity],
    message: {text: reason},
    ...location,
    ...(audiences !== undefined && {properties: {audiences}}),
  }
}
