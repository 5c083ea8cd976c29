import {slug} from 'github-slugger'
import {type Hover, MarkupKind, type Position} from 'vscode-languageserver/node'
import {
  type AttributeDescription,
  type Document,
  describeDirectives,
  describeReference,
  type Mention,
  outlineOf,
  printReference,
  type Wording,
  wordingsOf,
} from '../../internal.ts'
import {rangeOf} from './places.ts'
import {fileOf, mentionAt, type NamedPlace, type Workspace} from './workspace.ts'

/** What there is to know of what stands at a position. */
export function hoverAt(position: Position, place: NamedPlace, workspace: Workspace): Hover | null {
  const mention = mentionAt(position, place)
  if (mention === undefined) return directiveAt(position, place)
  const value = describeMention(mention, workspace.compile(place), place)
  return value === undefined
    ? null
    : {contents: {kind: MarkupKind.Markdown, value}, range: rangeOf(mention.place)}
}

function describeMention(mention: Mention, document: Document, place: NamedPlace): string | undefined {
  const {kind, name} = mention
  switch (kind) {
    case 'reference':
      return describeCitation(document, name)
    case 'term': {
      const entry = document.glossary.get(name) ?? document.glossary.get(slug(name))
      if (entry === undefined) return undefined
      const definitions = entry.definition && wordingsOf(document, entry.definition)
      return `**${plain(entry.id)}**\n\n${listOf(wordingsOf(document, entry.term), definitions)}`
    }
    case 'variable': {
      const group = document.vars.get(name)
      return group && `**${plain(name)}**\n\n${listOf(wordingsOf(document, group))}`
    }
    case 'anchor': {
      if (mention.paths !== undefined) return describeFile(mention, place)
      const found = outlineOf(document).anchors.filter(({id}) => id === name)
      const readers = [...new Set(found.flatMap(({audiences}) => audiences))]
      return found.length === 0 ? undefined : `\`#${name}\` – for ${readers.join(', ') || 'nobody'}`
    }
    case 'page':
    case 'include':
    case 'file':
      return describeFile(mention, place)
  }
}

function describeFile(mention: Mention, {project}: NamedPlace): string | undefined {
  const path = fileOf(mention, project)
  return path === undefined ? undefined : `\`${path}\``
}

/** The entry of a work as its readers see it. */
export function describeCitation(document: Document, key: string): string | undefined {
  const entry = printReference(document, key)
  if (entry === undefined) return undefined
  const {notice} = describeReference(document, key) ?? {}
  return `${plain(entry)}${notice === undefined ? '' : `\n\n**Notice:** ${notice}`}`
}

/** A line for each audience: its wording, its explanation, and whose wording it is where it has none. */
function listOf(wordings: readonly Wording[], definitions?: readonly Wording[]): string {
  const lines = wordings.map(({audience, text, fallback}) => {
    const definition = definitions?.find(other => other.audience === audience)?.text
    const from = fallback === undefined ? '' : ` (from ${fallback})`
    const said = [text ?? '–', definition].filter(part => part !== undefined).map(plain)
    return `- ${audience}${from}: ${said.join(': ')}`
  })
  return lines.join('\n')
}

/** What a directive does, where the position is on its name. */
function directiveAt({line, character}: Position, {text, project}: NamedPlace): Hover | null {
  const written = text.split(/\r\n|\r|\n/)[line] ?? ''
  for (const {index, 1: marks = '', 2: name = ''} of written.matchAll(
    /(:+)([\p{L}][\p{L}\p{N}_-]*)(?=[[{]|\s*$)/gu,
  )) {
    const end = index + marks.length + name.length
    if (character < index || character > end) continue
    const directive = describeDirectives(project.config).find(candidate => candidate.name === name)
    if (directive === undefined) return null
    const value = [`**${name}** – ${directive.doc}`, ...directive.attributes.map(lineOf)].join('\n')
    return {
      contents: {kind: MarkupKind.Markdown, value},
      range: {start: {line, character: index}, end: {line, character: end}},
    }
  }
  return null
}

function lineOf({name, doc, values}: AttributeDescription, index: number): string {
  const choices = values.length === 0 ? '' : `: ${values.map(value => `\`${value}\``).join(', ')}`
  return `${index === 0 ? '\n' : ''}- \`${name}\` – ${doc}${choices}`
}

/** Text that means nothing in Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
