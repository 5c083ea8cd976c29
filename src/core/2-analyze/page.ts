import type {Definition, Heading, ImageReference, LinkReference, Root, Text} from 'mdast'
import type {Position} from 'unist'
import type {
  CitedKey,
  Condition,
  CrossReference,
  DecodedText,
  FindPage,
  GlossaryEntry,
  GroupRecord,
  PageInfo,
  ReadFile,
  Reference,
  Settings,
  TextGroup,
} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import type {DirectiveDefinition} from './directives/definition.ts'

/** A source after parsing: its tree, and the ranges that the fence check found in doubt. */
export interface ParsedSource {
  readonly root: Root
  /** The text that the positions of the tree are about. */
  readonly text: string
  readonly invalidRanges: readonly Position[]
  /** Offsets from which on it is uncertain which reader a text is for. */
  readonly uncertain: readonly number[]
  /** Present where it begins with front matter. */
  readonly frontMatter: object | undefined
}

/** What the analysis of a page needs in addition to its tree. */
export interface PageInput {
  readonly settings: Settings
  readonly directives: ReadonlyMap<string, DirectiveDefinition>
  readonly path: string | undefined
  /** Promised audience ids. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole. */
  readonly visibility: Condition
  /** The front matter does not say clearly who may see the page: no reader gets its text. */
  readonly unreadable: boolean
  readonly references: ReadonlyMap<string, Reference>
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  readonly vars: ReadonlyMap<string, TextGroup>
  readonly report: Report
  /** Text of another file, by its path from the content root; `undefined` where there is none. */
  readonly read: ReadFile
  /** Parse another file of this page; its messages go to the same report. */
  readonly parse: (source: DecodedText, file: string) => ParsedSource
  /** Paths of the files that were read for this page. */
  readonly dependencies: Set<string>
  /** Other pages; absent: links to them are left as they are. */
  readonly findPage?: FindPage | undefined
  /** Plain texts of the front matter, which every reader of the page needs in some wording. */
  readonly texts: readonly {readonly group: TextGroup; readonly place: Position | undefined}[]
}

/** A node whose readers matter later. */
export interface Seen<Node> {
  readonly node: Node
  readonly visibility: Condition
  readonly file: string | undefined
}

/** What the analysis of one page gathers on its way through the tree, in document order. */
export class Page {
  readonly groups: GroupRecord[] = []
  readonly headings: Seen<Heading>[] = []
  /** Links within the page that have no text. */
  readonly bareLinks: Seen<CrossReference>[] = []
  /** Pages that are linked to, by the path of their source. */
  readonly pages = new Map<string, PageInfo>()
  /** Cited keys in source order, each where a served reader first sees it, if one does. */
  readonly cited = new Map<string, CitedKey>()
  /** How many includes have been opened, for `limits.includes` and for names of footnotes. */
  includes = 0
  /** Characters that includes, variables and terms have brought in, for `limits.outputBytes`. */
  brought = 0
  readonly #textGroups = new Set<string>()
  readonly #unnamed = new Map<string, number>()

  constructor(readonly input: PageInput) {}

  /**
   * A name for a group without id. It counts and says nothing of places: what stands in a published variant
   * must not change with the length of text that its readers do not get.
   */
  nextName(directive: string): string {
    const count = (this.#unnamed.get(directive) ?? 0) + 1
    this.#unnamed.set(directive, count)
    return `${directive}-${count}`
  }

  /** Whether a plain text's group is met for the first time by these readers. */
  isNewTextGroup(group: string, visibility: Condition): boolean {
    const name = JSON.stringify([group, [...visibility.audiences], [...visibility.dimensions.keys()]])
    if (this.#textGroups.has(name)) return false
    this.#textGroups.add(name)
    return true
  }
}

/** Link definitions and what refers to them, of one file: names do not reach into other files. */
export interface LinkScope {
  readonly definitions: Seen<Definition>[]
  readonly references: Seen<LinkReference | ImageReference>[]
  /** Texts with brackets, as typed. */
  readonly texts: (Seen<Text> & {readonly typed: string})[]
}
