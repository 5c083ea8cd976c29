import type {FootnoteDefinition, Root} from 'mdast'
import type {Reader} from './audience.ts'
import type {Document} from './document.ts'
import type {Message} from './message.ts'

/** A wording that came from another audience. */
export interface Fallback {
  /** Id of the group. */
  readonly group: string
  /** Audience id of the reader. */
  readonly wanted: string
  /** Audience id whose wording stands in. */
  readonly used: string
}

/** A glossary entry in this reader's words. */
export interface SelectedTerm {
  readonly id: string
  readonly term: string
  /** What it stands for, where it is an abbreviation. */
  readonly expansion?: string | undefined
  readonly definition: string | undefined
}

/**
 * What one reader gets of a document, before anything is numbered. Nodes that hold no difference between
 * readers are the document's own objects; only the path to what changed is new.
 */
export interface Selection {
  readonly document: Document
  readonly reader: Reader
  /**
   * No directive, no group, no condition, nothing empty; footnote definitions and link definitions are out.
   */
  readonly root: Root
  /** Definitions that this reader can call, by mdast `identifier`. */
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Terms that stand in this variant, by glossary id. */
  readonly terms: ReadonlyMap<string, SelectedTerm>
  readonly title: string | undefined
  readonly description: string | undefined
  readonly followUp: {readonly text: string; readonly href?: string} | undefined
  readonly disclaimer: string | undefined
  readonly fallbacks: readonly Fallback[]
  readonly messages: readonly Message[]
}
