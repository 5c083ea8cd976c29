import type {RootContent} from 'mdast'
import type {Position} from 'unist'
import type {Condition} from '../language/index.ts'
import type {Directive, Lowering} from './directives/definition.ts'
import type {HiddenConditions} from './hidden-conditions.ts'
import type {LinkScope, Page} from './page.ts'

/** What belongs to one file of a page. */
export interface FileScope {
  /** Path of an included file; absent in the page itself. */
  readonly file: string | undefined
  readonly text: string
  readonly invalidRanges: readonly Position[]
  /** Offsets from which on it is uncertain which reader a text is for; what lowering finds is added. */
  readonly uncertain: number[]
  readonly links: LinkScope
  readonly hidden: HiddenConditions
  /** Put before footnote identifiers, since two files may both have a `[^1]`. */
  readonly footnotes: string
  /** Files that are open around this one, this one last. */
  readonly open: readonly string[]
}

/** What lowering a node may ask of its place: one file, some readers, one block. `Lowerer` implements it. */
export interface LoweringContext extends Lowering {
  readonly page: Page
  readonly scope: FileScope
  /** The same place for those who fulfil a condition as well; the block stays the same. */
  within(condition: Condition | undefined): LoweringContext
  /** The same place for the content of another file. */
  inFile(scope: FileScope): LoweringContext
  /** Lower one block; `undefined` where something in it is in doubt. */
  block<T>(lower: (inner: LoweringContext) => T): T | undefined
  directive(node: Directive): RootContent[]
}
