import type {AudienceTable, FindMarkup, GlossaryEntry, TextGroup} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'
import {suggest} from '../../messages/suggest.ts'
import {type TextSource, toTextGroup} from '../../yaml/text-group.ts'
import type {Entries} from './files.ts'

/** What reading plain texts takes. */
export interface TextContext {
  readonly audiences: AudienceTable
  readonly report: Report
  readonly findMarkup: FindMarkup
}

const fields = ['term', 'expansion', 'definition']

/**
 * Glossary entries: `id: {term, expansion, definition}`, each a text or a map by audience; a text alone is
 * the definition, and the id is then the term.
 */
export function readGlossary(entries: Entries, context: TextContext): ReadonlyMap<string, GlossaryEntry> {
  const source: TextSource = {
    ...context,
    locate: entries.locate,
    file: entries.file,
    rule: 'glossary-invalid',
  }
  const glossary = new Map<string, GlossaryEntry>()
  for (const [id, value] of entries.map) {
    const entry = readEntry(id, value, source)
    if (entry !== undefined) glossary.set(id, entry)
  }
  return glossary
}

function readEntry(id: string, value: unknown, source: TextSource): GlossaryEntry | undefined {
  if (typeof value === 'string') {
    const definition = toTextGroup(value, `term:${id} definition`, [id], source)
    return {id, term: plain(`term:${id}`, id), ...(definition && {definition})}
  }
  if (!(value instanceof Map)) {
    const detail = `The glossary entry \`${id}\` must be a definition, or a map of \`term\` and \`definition\``
    source.report('glossary-invalid', {place: source.locate([id]), file: source.file, actual: id, detail})
    return undefined
  }
  for (const key of value.keys() as Iterable<string>) {
    if (fields.includes(key)) continue
    const near = suggest(key, fields)
    const detail = `Unknown key \`${key}\` in the glossary entry \`${id}\`${near ? `: did you mean \`${near}\`?` : '.'} Allowed: ${fields.map(field => `\`${field}\``).join(', ')}.`
    source.report('glossary-invalid', {
      place: source.locate([id, key], 'key'),
      file: source.file,
      actual: key,
      expected: fields,
      detail,
    })
  }
  const read = (key: string, group: string): TextGroup | undefined => {
    const text: unknown = value.get(key)
    if (text === undefined || text === null) return undefined
    const read = toTextGroup(text, group, [id, key], source)
    return read?.branches.length === 0 ? undefined : read
  }
  const term = read('term', `term:${id}`) ?? plain(`term:${id}`, id)
  const expansion = read('expansion', `term:${id} expansion`)
  const definition = read('definition', `term:${id} definition`)
  return {id, term, ...(expansion && {expansion}), ...(definition && {definition})}
}

function plain(group: string, text: string): TextGroup {
  return {group, branches: [{match: {audiences: undefined, dimensions: new Map(), otherwise: true}, text}]}
}
