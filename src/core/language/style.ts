import type {PhrasingContent} from 'mdast'
import type {CitationItem} from './nodes.ts'
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
  /** It prints no locators: one that an author gives is lost, which is reported. */
  readonly dropsLocators?: boolean
  /** Sorts, joins and ranges one cluster. `items` come in source order, duplicates already dropped. */
  cluster(items: readonly NumberedItem[]): readonly ClusterPart[]
  /** One entry of the reference list, without its number, as mdast phrasing. */
  entry(reference: Reference, locale: string): PhrasingContent[]
  /** Order of the reference list by the style's own sort keys: keys in order. Absent: as given. */
  order?(references: readonly Reference[], locale: string): readonly string[]
  /**
   * For a style without numbers: prints a whole variant at once, since what a citation says depends on all
   * others. `cluster` and `entry` are then not asked.
   */
  print?(cited: CitedWorks, locale: string): PrintedWorks
}

/** What one variant cites, in reading order. */
export interface CitedWorks {
  readonly clusters: readonly (readonly CitationItem[])[]
  /** Each once, by first appearance. */
  readonly references: readonly Reference[]
}

export interface PrintedWorks {
  /** One per cluster, in the same order. A link's number is the entry's place in the list, from 1. */
  readonly clusters: readonly (readonly ClusterPart[])[]
  /** In the order of the list. */
  readonly entries: readonly {readonly key: string; readonly content: readonly PhrasingContent[]}[]
}
