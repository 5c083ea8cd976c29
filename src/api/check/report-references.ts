import {entriesOf} from '../../core/4-number/entries.ts'
import {missingVariables} from '../../core/citations/references/missing-variables.ts'
import {styles} from '../../core/citations/references/styles/index.ts'
import {unprintedFields} from '../../core/citations/references/unprinted-fields.ts'
import type {CitationStyle, Document, Message, Reference} from '../../core/language/index.ts'
import {type Report, Reporter} from '../../core/messages/reporter.ts'

/**
 * What is wrong with the references of a page as a whole: works that no reader gets cited, works that cannot
 * be found by what is known of them, fields that the style does not print, and variants without evidence next
 * to others that have some. These are for authors alone: what one variant cites is no business of another's
 * readers. What is not cited on a page with errors may stand in text that they take away.
 *
 * @param style The configured style.
 * @param numbers Numbers by key that each kind of reader gets; a reader by a name for people.
 */
export function reportReferences(
  document: Document,
  style: CitationStyle,
  numbers: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Message[] {
  const {report, messages} = new Reporter(document.settings, document.path)
  const isSound = !document.messages.some(({fatal}) => fatal === true)
  const anywhere = new Set([...numbers.values()].flatMap(keys => [...keys.keys()]))
  for (const {key, place} of document.ownReferences) {
    const cited = document.cited.get(key)
    // What a reader does not get of a citation is reported where it stands.
    if (!isSound || anywhere.has(key) || cited?.served) continue
    const readers = cited === undefined ? 'for no reader' : 'only for readers that this page does not serve'
    report('reference-unused', {place, actual: key, detail: `Reference \`${key}\` is cited ${readers}`})
  }
  for (const [key, {place, file}] of document.cited) {
    const reference = document.references.get(key)
    const missing = reference === undefined ? [] : missingVariables(reference)
    if (reference === undefined || missing.length === 0) continue
    const names = missing.map(need => need.map(variable => `\`${variable}\``).join(' or '))
    const detail = `The reference \`${key}\` (\`${reference.type}\`) lacks ${names.join(', and ')}`
    report('reference-incomplete', {place, file, actual: key, detail, audiences: []})
  }
  reportUnprinted(document, style, anywhere, report)
  const most = Math.max(0, ...[...numbers.values()].map(({size}) => size))
  for (const [reader, {size}] of numbers) {
    if (!isSound || size > 0 || most === 0) continue
    const detail = `The variant for \`${reader}\` cites nothing, though another cites ${most} ${most === 1 ? 'work' : 'works'}`
    report('variant-uncited', {detail, audiences: []})
  }
  return messages
}

/**
 * Fields of cited works that no reader sees. What a project's own style leaves out is its maker's business.
 *
 * @param anywhere Keys that some reader gets cited.
 */
function reportUnprinted(
  document: Document,
  style: CitationStyle,
  anywhere: ReadonlySet<string>,
  report: Report,
): void {
  if (styles.get(style.id) !== style) return
  const {cache, references, ownReferences} = document
  const print = entriesOf(document, style)
  const known = cache.lru([reportUnprinted, style], () => new WeakMap<Reference, readonly string[]>())
  const own = new Map(ownReferences.map(({key, place}) => [key, place]))
  for (const [key, cited] of document.cited) {
    const reference = references.get(key)
    if (reference === undefined || !anywhere.has(key)) continue
    const fields = known.get(reference) ?? unprintedFields(reference, print)
    known.set(reference, fields)
    if (fields.length === 0) continue
    const names = fields.map(field => `\`${field}\``).join(', ')
    const detail = `The style \`${style.id}\` does not print ${names} of the reference \`${key}\``
    const where = own.has(key) ? {place: own.get(key)} : {place: cited.place, file: cited.file}
    report('reference-field-unprinted', {...where, actual: key, detail, audiences: []})
  }
}
