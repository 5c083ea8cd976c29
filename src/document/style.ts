import type {PhrasingContent} from 'mdast'
import type {Reference} from './reference.ts'

/** A cited work with the number that this variant gave it. */
export interface NumberedItem {
  readonly key: string
  readonly number: number
  readonly locator?: string
}

/** What is printed for a cluster: plain text, or text that links to one entry of the reference list. */
export type ClusterPart =
  | {readonly type: 'text'; readonly value: string}
  | {readonly type: 'link'; readonly key: string; readonly number: number; readonly value: string}

/** How a project prints citations and references. Stateless and pure: numbers are given to it. */
export interface CitationStyle {
  /** Id that configuration and `render` know it by. */
  readonly id: string
  /** Numbers stand raised: behind full stops and commas, without a blank before them. */
  readonly raised?: boolean
  /** Sorts, joins and ranges one cluster. `items` come in source order, duplicates already dropped. */
  cluster(items: readonly NumberedItem[]): readonly ClusterPart[]
  /** One entry of the reference list, without its number, as mdast phrasing. */
  entry(reference: Reference, locale: string): PhrasingContent[]
}
