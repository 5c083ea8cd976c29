import type {Nodes, Root} from 'mdast'
import type {Position} from 'unist'
import type {Cache} from '../memo/cache.ts'
import type {Condition} from './condition.ts'
import type {Disable} from './disable.ts'
import type {Message} from './message.ts'
import type {Reference} from './reference.ts'
import type {Settings} from './settings.ts'
import type {TextGroup} from './text-group.ts'

export type ReviewStatus = 'submitted' | 'under-review' | 'approved'

/** Editorial review of a page; dates are ISO 8601 calendar dates. */
export interface Review {
  readonly status: ReviewStatus
  readonly submitted?: string
  readonly reviewed?: string
  readonly approved?: string
  readonly reviewers: readonly string[]
}

export interface GlossaryEntry {
  readonly id: string
  /** Each audience's word for it. */
  readonly term: TextGroup
  /** What an abbreviation stands for, spelled out where it is used first. */
  readonly expansion?: TextGroup
  /** Each audience's explanation. */
  readonly definition?: TextGroup
}

/** What links need to know of another page. */
export interface PageInfo {
  /** Audience ids that it has a variant for. */
  readonly audiences: readonly string[]
  readonly slug: string | undefined
  /** Ids that each of them can get to. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>
}

/** Another page by the path of its source from the content root; `undefined` where there is none. */
export type FindPage = (path: string) => PageInfo | undefined

/** Where a work is cited first. */
export interface CitedKey {
  readonly place: Position
  /** Included file that the place is about; absent: the page's own. */
  readonly file?: string
  /** Whether a served audience can see it there. */
  readonly served: boolean
}

/** How one audience is served by one group. */
export type Resolution =
  | {readonly via: 'own' | 'parent' | 'default'; readonly branch: number}
  | {readonly via: 'fallback'; readonly branch: number; readonly from: string}
  | {readonly via: 'missing'}

/** What the completeness matrix shows of one group or safety block. */
export interface GroupRecord {
  readonly group: string
  readonly kind: 'variants' | 'say' | 'safety' | 'text'
  readonly file?: string
  readonly place?: Position
  /** Who can get as far as the group. */
  readonly visibility: Condition
  /** Reason per branch that leaves its readers out on purpose; empty for text and safety. */
  readonly omitted: readonly (string | undefined)[]
  /** Per served audience that reaches the group. */
  readonly audiences: ReadonlyMap<string, Resolution>
}

/** One source, read and analyzed once; knows no reader. Deeply frozen: share it freely. */
export interface Document {
  /** Path relative to the content root, where the source has one. */
  readonly path: string | undefined
  /** The analyzed mdast tree, with nodes of Parlance. */
  readonly root: Root
  /** Settings of the configuration that it was compiled with. */
  readonly settings: Settings
  /** Promised audience ids, in the order of the configuration. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole: what its front matter says in `for`, `not` and further dimensions. */
  readonly visibility: Condition
  /** Name in addresses, where there is one. */
  readonly slug: string | undefined
  /** BCP 47 tag. */
  readonly locale: string
  /** The title by audience. */
  readonly title: TextGroup | undefined
  /** The description by audience. */
  readonly description: TextGroup | undefined
  /** The closing call to action. */
  readonly followUp:
    | {
        /** The words by audience. */
        readonly text: TextGroup
        /** Where it leads. */
        readonly href?: string
      }
    | undefined
  /** ISO 8601 calendar date. */
  readonly updated: string | undefined
  /** Status of the editorial review. */
  readonly review: Review | undefined
  /** What front matter has under `extra`, as plain data. */
  readonly extra: unknown
  /** All works that the page can cite, by key. */
  readonly references: ReadonlyMap<string, Reference>
  /** References that the page's own front matter lists, with their places: each should be cited. */
  readonly ownReferences: readonly {
    /** Key of the work. */
    readonly key: string
    /** Where front matter lists it. */
    readonly place: Position | undefined
  }[]
  /** Terms by id. */
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  /** Variables by name: the page's own, then those of its files, then the project's. */
  readonly vars: ReadonlyMap<string, TextGroup>
  /** Groups in source order, and how each audience is served. */
  readonly groups: readonly GroupRecord[]
  /** Cited keys in source order, including those that only readers outside the served audiences could get. */
  readonly cited: ReadonlyMap<string, CitedKey>
  /** What has been made of it already. No output depends on it. */
  readonly cache: Cache
  /** Other pages that this one links to, by the path of their source. */
  readonly pages: ReadonlyMap<string, PageInfo>
  /** Nodes in or below which readers differ; `select` hands out all others as they are. */
  readonly varying: ReadonlySet<Nodes>
  /** All messages about the source, for any reader, without those that its author disabled. */
  readonly messages: readonly Message[]
  /** Comments that disable rules, and what they disable of what was found in the source. */
  readonly disables: readonly Disable[]
  /** Messages that comments disable. */
  readonly disabled: readonly Message[]
  /** Paths of the other files that were read for this page: includes, bibliographies, glossaries. */
  readonly dependencies: readonly string[]
}
