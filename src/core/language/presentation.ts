import type {Review} from './document.ts'
import type {Message} from './message.ts'
import type {TocEntry} from './numbering.ts'
import type {Fallback} from './selection.ts'

/** Name of an output format. */
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
  /** The title in this audience’s words, as plain text. */
  readonly title: string | undefined
  /** The description in this audience’s words, as plain text. */
  readonly description: string | undefined
  /** Id of the audience. */
  readonly audience: string
  /** Format of the output. */
  readonly format: Format
  /** BCP 47 tag. */
  readonly locale: string
  /** ISO 8601 calendar date. */
  readonly updated: string | undefined
  /** Status of the editorial review. */
  readonly review: Review | undefined
  /** SHA-256 of the variant's output, in hexadecimal. */
  readonly hash: string
  /** Headings of the variant, in order. */
  readonly toc: readonly TocEntry[]
  /** Words of the text, glossary included, without references. */
  readonly wordCount: number
}

/** What `render` gives back. */
export interface Rendering {
  /** The output; empty where the page or this variant has an error and `draft` is not set. */
  readonly value: string
  /** Messages that concern this variant. */
  readonly messages: readonly Message[]
  /** Cited keys in order of number. */
  readonly citations: readonly {
    /** Key of the reference. */
    readonly key: string
    /** Its number in this variant, from 1. */
    readonly number: number
  }[]
  /** Groups in which another audience’s wording stands in. */
  readonly fallbacks: readonly Fallback[]
  /** Ids of the glossary's terms that this variant explains, in the order of its glossary. */
  readonly terms: readonly string[]
  /** Facts about the variant. */
  readonly meta: Meta
}
