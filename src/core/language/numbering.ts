import type {FootnoteDefinition, FootnoteReference, PhrasingContent} from 'mdast'
import type {Message} from './message.ts'
import type {Citation, Term} from './nodes.ts'
import type {Reference} from './reference.ts'
import type {SelectedTerm, Selection} from './selection.ts'
import type {ClusterPart} from './style.ts'

/** One cluster as it is printed. */
export interface NumberedCitation {
  readonly parts: readonly ClusterPart[]
  /** Printed as a superscript. */
  readonly raised?: boolean
  /** How often each key of the cluster has been cited up to here, this time included: 1 for the first. */
  readonly calls: ReadonlyMap<string, number>
  /** All of that as one text: two clusters with the same one are printed alike. */
  readonly print: string
}

/** One entry of the reference list. */
export interface ReferenceEntry {
  readonly key: string
  readonly number: number
  readonly reference: Reference
  /** The entry as the style prints it, without its number. */
  readonly content: readonly PhrasingContent[]
  /** How many citations in this variant lead to it. */
  readonly calls: number
}

/** References under one label, in order of number. */
export interface ReferenceSection {
  readonly label: string
  readonly entries: readonly ReferenceEntry[]
}

export interface NumberedFootnote {
  readonly number: number
  /** mdast identifier. */
  readonly identifier: string
  readonly definition: FootnoteDefinition
  readonly calls: number
}

/** One heading in a contents list. */
export interface TocEntry {
  /** Id of the heading on the page. */
  readonly id: string
  /** The heading as plain text. */
  readonly text: string
  /** Heading rank, 1 to 6. */
  readonly depth: number
  /** Headings below it. */
  readonly children: readonly TocEntry[]
}

/**
 * Everything that one variant derives. Kept beside the tree, not on it: the nodes are shared with other
 * variants.
 */
export interface Numbering {
  /** Id of the style that citations and references are printed in. */
  readonly style: string
  readonly citations: ReadonlyMap<Citation, NumberedCitation>
  /** Cited keys in order of number. */
  readonly order: readonly {readonly key: string; readonly number: number}[]
  readonly references: readonly ReferenceSection[]
  /** Whether the reference list shows numbers; a style that cites by author and year shows none. */
  readonly numbered: boolean
  readonly footnotes: readonly NumberedFootnote[]
  /** Number of the note, and which call of it this one is, from 1. */
  readonly footnoteReferences: ReadonlyMap<
    FootnoteReference,
    {readonly number: number; readonly call: number}
  >
  readonly toc: readonly TocEntry[]
  /** Terms at the first place where they stand in this variant. */
  readonly firstTerms: ReadonlySet<Term>
  /**
   * What abbreviations stand for, by the place where they are spelled out: the first in running text in the
   * glossary’s own words.
   */
  readonly expandedTerms: ReadonlyMap<Term, string>
  /** Terms of this variant in the alphabetical order of its locale. */
  readonly glossary: readonly SelectedTerm[]
  /** Words of the body, footnotes included, references and chrome not. */
  readonly wordCount: number
  readonly messages: readonly Message[]
}

/** What one reader gets, and its numbers. */
export interface Variant {
  readonly selection: Selection
  readonly numbering: Numbering
}
