import type {Review} from './document.ts'
import type {Message} from './message.ts'
import type {TocEntry} from './numbering.ts'
import type {Fallback} from './selection.ts'

export type Format = 'html' | 'text' | 'markdown' | 'json'

/** How one output of a variant is wished. */
export interface Presentation {
  /** With the page's chrome (title, review status, question, disclaimer …), or the body alone. */
  readonly page: boolean
  /** Columns at which text output wraps; `0` never wraps. */
  readonly width: number
  /** The page has errors and is shown all the same: the output says so. */
  readonly draft: boolean
  /** Blocks of HTML say which lines of which file they come from: for previews, never for publication. */
  readonly sourceLines?: boolean
}

/** What a program wants to know of a variant. */
export interface Meta {
  readonly title: string | undefined
  readonly description: string | undefined
  readonly audience: string
  readonly format: Format
  /** BCP 47 tag. */
  readonly locale: string
  readonly updated: string | undefined
  readonly review: Review | undefined
  /** SHA-256 of the variant's output, in hexadecimal. */
  readonly hash: string
  readonly toc: readonly TocEntry[]
  readonly wordCount: number
}

/** What `render` gives back. */
export interface Rendering {
  /** The output; empty where the page or this variant has an error and `draft` is not set. */
  readonly value: string
  /** Messages that concern this variant. */
  readonly messages: readonly Message[]
  /** Cited keys in order of number. */
  readonly citations: readonly {readonly key: string; readonly number: number}[]
  readonly fallbacks: readonly Fallback[]
  /** Ids of the glossary's terms that this variant explains, in the order of its glossary. */
  readonly terms: readonly string[]
  readonly meta: Meta
}
