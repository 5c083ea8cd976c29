import type {Document, Message} from './document/index.ts'
import {Reporter} from './messages/reporter.ts'
import {missingVariables} from './references/missing-variables.ts'

/**
 * What is wrong with the references of a page as a whole: works that no reader gets cited, works that cannot be found by what
 * is known of them, and variants without evidence next to others that have some. These are for authors alone: what one
 * variant cites is no business of another's readers. What is not cited on a page with errors may stand in text that they take away.
 *
 * @param numbers Numbers by key that each kind of reader gets; a reader by a name for people.
 */
export function reportReferences(
  document: Document,
  numbers: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Message[] {
  const {report, messages} = new Reporter(document.settings.rules, document.path)
  const isSound = !document.messages.some(({fatal}) => fatal === true)
  const anywhere = new Set([...numbers.values()].flatMap(keys => [...keys.keys()]))
  for (const {key, place} of document.ownReferences) {
    const cited = document.cited.get(key)
    if (!isSound || anywhere.has(key) || cited?.promised) continue // what a reader does not get of a citation is reported where it stands
    const whom = cited === undefined ? 'for no reader' : 'only for readers whom this page does not serve'
    report('reference-unused', {place, actual: key, detail: `Reference \`${key}\` is cited ${whom}`})
  }
  for (const [key, {place, file}] of document.cited) {
    const reference = document.references.get(key)
    const missing = reference === undefined ? [] : missingVariables(reference)
    if (reference === undefined || missing.length === 0) continue
    const names = missing.map(need => need.map(variable => `\`${variable}\``).join(' or '))
    const detail = `The reference \`${key}\` (\`${reference.type}\`) lacks ${names.join(', and ')}`
    report('reference-incomplete', {place, file, actual: key, detail, audiences: []})
  }
  const most = Math.max(0, ...[...numbers.values()].map(({size}) => size))
  for (const [reader, {size}] of numbers) {
    if (!isSound || size > 0 || most === 0) continue
    const detail = `The variant for \`${reader}\` cites nothing, though another cites ${most} ${most === 1 ? 'work' : 'works'}`
    report('variant-uncited', {detail, audiences: []})
  }
  return messages
}
