import type {Format, Numbering, Presentation, Selection} from '../language/index.ts'
import {serializeHtml} from './html/serialize-html.ts'
import {serializeMarkdown} from './markdown/serialize-markdown.ts'
import {serializeText} from './text/serialize-text.ts'

type Serialize = (selection: Selection, numbering: Numbering, presentation: Presentation) => string

/** A format that a variant can be had in. */
export interface FormatDefinition {
  /** Of a file that holds it, without dot. */
  readonly extension: string
  /** @see https://www.iana.org/assignments/media-types/ */
  readonly mediaType: string
  /** The output itself; for `json` the `value` inside it. */
  readonly serialize: Serialize
}

/** THE table of formats. */
export const formats: Readonly<Record<Format, FormatDefinition>> = {
  html: {extension: 'html', mediaType: 'text/html', serialize: serializeHtml},
  text: {extension: 'txt', mediaType: 'text/plain', serialize: serializeText},
  markdown: {extension: 'md', mediaType: 'text/markdown', serialize: serializeMarkdown},
  json: {extension: 'json', mediaType: 'application/json', serialize: serializeHtml},
}

export const formatNames = Object.keys(formats) as readonly Format[] // the keys of the table
