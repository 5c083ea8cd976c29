import type {PhrasingContent, RootContent} from 'mdast'
import type {ContainerDirective, LeafDirective, TextDirective} from 'mdast-util-directive'
import type {Position} from 'unist'
import type * as z from 'zod/mini'
import type {
  BranchMatch,
  Condition,
  DirectiveKind,
  GlossaryEntry,
  GroupRecord,
  LinkedPlace,
  RawText,
  Reference,
  Settings,
  TextGroup,
} from '../../language/index.ts'
import type {Report} from '../../messages/reporter.ts'

/** What a directive can name: something that is defined elsewhere. */
export type NamedThing = 'reference' | 'term' | 'variable' | 'anchor' | 'page' | 'include' | 'file'

export type Directive = ContainerDirective | LeafDirective | TextDirective

/** One directive of a source whose attributes have been checked. */
export interface DirectiveUse<Attributes = Record<string, unknown>> {
  readonly node: Directive
  readonly name: string
  readonly kind: DirectiveKind
  readonly attributes: Attributes
  /** Who may see it, where the directive takes conditions and has one. */
  readonly condition: Condition | undefined
  /** The same as a branch of a group. */
  readonly match: BranchMatch | undefined
  /** What stands between the brackets, as typed. */
  readonly label: RawText | undefined
  /** The same as phrasing, not yet lowered. */
  readonly labelContent: PhrasingContent[]
  /** What a container holds, not yet lowered; empty for the other kinds. */
  readonly content: RootContent[]
}

/** A group as its directive describes it. */
export type GroupInput = Pick<GroupRecord, 'group' | 'kind'> & {
  readonly matches: readonly BranchMatch[]
  /** Where the group stands; absent for texts of the front matter without a place of their own. */
  readonly place?: Position | undefined
  /** Places of the branches, where they have some. */
  readonly places?: readonly (Position | undefined)[]
  readonly omitted?: readonly (string | undefined)[]
}

/**
 * The place in the document where a directive is being lowered: what is known there, and how to lower what
 * the directive holds.
 */
export interface Lowering {
  readonly settings: Settings
  /** Readers who can get here. */
  readonly visibility: Condition
  /** Path of the included file that we are in; absent in the page itself. */
  readonly file: string | undefined
  /** References, terms and variables that the page knows. */
  readonly references: ReadonlyMap<string, Reference>
  readonly glossary: ReadonlyMap<string, GlossaryEntry>
  readonly vars: ReadonlyMap<string, TextGroup>
  /** Reports with the file and the readers of this place. */
  readonly report: Report
  /** Lower flow, for those of this place who fulfil a condition. */
  flow(children: readonly RootContent[], condition?: Condition): RootContent[]
  /** Lower phrasing, for those of this place who fulfil a condition. */
  phrasing(children: readonly PhrasingContent[], condition?: Condition): PhrasingContent[]
  /** Mark the block around this place as uncertain: no reader gets it. */
  doubt(): void
  /**
   * What a directive was meant for cannot be known: its section, and all that follows, will be shown to no
   * reader.
   */
  uncertain(use: Directive): void
  /** Whether no reader is left here under a condition; reports `never-shown` then. */
  neverShown(condition: Condition, place: Directive): boolean
  /** Check and record a group; gives the readers of each branch, in their order. */
  group(input: GroupInput): readonly Condition[]
  /** The same for a plain text that differs between readers. */
  textGroup(group: TextGroup, place: Position | undefined): void
  /** A safety block: record it, and report the readers that it does not reach. */
  safety(group: string, use: Directive): void
  /** Content of another file, lowered here; `undefined` after a report where there is none. */
  include(path: string, use: Directive): RootContent[] | undefined
  /** The checked directives that stand in a container, and what else stands there. */
  parts(content: readonly RootContent[]): readonly (DirectiveUse | RootContent)[]
  /** Count characters that come from elsewhere; `false` after a report where they are too many. */
  bring(characters: number, place: Directive): boolean
  /** The place that a link leads to, where that is this page or another one of the project. */
  placeAt(url: string): LinkedPlace | undefined
  /** A known work is cited here. */
  cites(key: string, place: Position): void
  /** A name for a group without id: `say-2` is the second one of the page. */
  nameOf(use: Directive): string
}

/**
 * Everything about one directive. Its file, one fixture folder and one line of the table add it to the
 * language.
 */
export interface DirectiveDefinition<Schema extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly name: string
  readonly kinds: readonly DirectiveKind[]
  /** Whether it takes a label: what stands in `[…]`. */
  readonly label?: boolean
  /** Attributes other than conditions. */
  readonly attributes: Schema
  /**
   * `required`: takes `for`, `not` and the further dimensions and needs one of them; `dimensions`: only the
   * latter.
   */
  readonly conditions?: 'required' | 'dimensions'
  /** Audience ids are attributes, with wordings as values. */
  readonly wordings?: boolean
  /** What its label and its attributes name: editors complete it, and lead to where it is defined. */
  readonly names?: {readonly label?: NamedThing; readonly attributes?: Readonly<Record<string, NamedThing>>}
  /** What it does, in a sentence, for docs and editors. */
  readonly doc: string
  /**
   * What stands in the analyzed tree for it: flow for a container or leaf, phrasing for a text directive.
   * Problems are reported; what is in doubt is left out.
   */
  lower(use: DirectiveUse<z.output<Schema>>, lowering: Lowering): RootContent[]
}

/** Keeps the attributes' type between the schema and `lower`. */
export function defineDirective<Schema extends z.ZodMiniObject>(
  definition: DirectiveDefinition<Schema>,
): DirectiveDefinition {
  // `lower` is only ever called with attributes that this very schema has checked.
  return definition as unknown as DirectiveDefinition
}

/**
 * What a container holds; `:::only[Text]{…}` has the text of its label as first paragraph, so that nothing is
 * lost.
 */
export function contentOf({labelContent, content}: DirectiveUse): RootContent[] {
  return labelContent.length > 0 ? [{type: 'paragraph', children: labelContent}, ...content] : content
}
