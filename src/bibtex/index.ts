import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type {ReadRecord} from '../index.ts'
import {type Entry, entriesOf} from './entries.ts'
import {inherit} from './inherit.ts'
import {plain} from './plain.ts'

/** Variables that no style prints and that authors keep for themselves. */
const dropped = new Set(['abstract', 'annote', 'citation-key', 'citation-label', 'file', 'keyword'])

type Item = Readonly<Record<string, unknown>>

/**
 * The records of a BibTeX or BibLaTeX file as CSL-JSON items. LaTeX markup becomes plain Unicode text; `@string` holds for all
 * entries, `crossref` joins them. An entry that cannot be read is a problem at its line, and the others are kept.
 *
 * @param text A file.
 * @returns Records in the order of the file.
 */
export function readBibtex(text: string): readonly ReadRecord[] {
  const definitions: string[] = []
  const items: {readonly line: number; readonly item: Item; readonly crossref: string | undefined}[] = []
  const problems: ReadRecord[] = []
  for (const entry of entriesOf(text)) {
    const {line, type} = entry
    const {rest, crossref} = withoutCrossref(entry.text)
    try {
      const [item] = parse([...definitions, rest])
      if (type === 'string') definitions.push(rest)
      if (item !== undefined) items.push({line, item: cleaned(item), crossref})
    } catch (error) {
      problems.push({line, problem: problemOf(entry, error)})
    }
  }
  const filled = inherit(items)
  const records = items.map(({line}, index): ReadRecord => ({line, item: filled[index] ?? {}}))
  return [...records, ...problems].sort((left, right) => left.line - right.line)
}

/** The library resolves `crossref` itself, but fails where the other entry has no author. */
function withoutCrossref(text: string): {readonly rest: string; readonly crossref: string | undefined} {
  const field = /(?<=,\s*)crossref\s*=\s*(?:\{\s*([^{}]*?)\s*\}|"\s*([^"]*?)\s*"|([^\s,{}"]+))\s*,?/i
  const [all, braced, quoted, bare] = field.exec(text) ?? []
  return all === undefined
    ? {rest: text, crossref: undefined}
    : {rest: text.replace(all, ''), crossref: braced ?? quoted ?? bare}
}

function parse(entries: readonly string[]): readonly Item[] {
  const options = {forceType: '@biblatex/text', generateGraph: false}
  return plugins.input.chain(entries.join('\n'), options) as readonly Item[] // CSL-JSON
}

/** Why an entry cannot be read. */
function problemOf({type, text, closed}: Entry, error: unknown): string {
  if (!closed) return `The entry \`@${type}\` is never closed`
  if (!/^@[^{(]*[{(]\s*[^\s,={}"]+\s*,/.test(text))
    return `The entry \`@${type}\` has no key before its first comma`
  const [reason = ''] = error instanceof Error ? error.message.split('\n') : []
  return `The entry \`@${type}\` cannot be read: ${reason.replace(/ at line \d+ col \d+:?$/, '')}` // a place in the entry, not in the file
}

function cleaned(item: Item): Item {
  const kept = Object.entries(item).filter(([variable]) => !dropped.has(variable))
  return Object.fromEntries(kept.map(([variable, value]) => [variable, cleanValue(value)]))
}

/** Texts without markup, names without what the library notes of them for itself. */
function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return plain(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !key.startsWith('_'))
  return Object.fromEntries(kept.map(([key, below]) => [key, cleanValue(below)]))
}
