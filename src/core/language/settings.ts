import type {AudienceTable, Dimension} from './audience.ts'
import type {AudienceWords, Labels} from './labels.ts'
import type {Severity} from './message.ts'
import type {PagePart, PageTemplate} from './page-parts.ts'
import type {CitationStyle} from './style.ts'
import type {TextGroup} from './text-group.ts'

/** A heading of the reference list and what is listed under it. */
export interface ReferenceGroup {
  /** Name that a reference's `kind` may say: `guideline`. */
  readonly id: string
  /** Heading that readers see: `Guideline`. */
  readonly label: string
  /** CSL types that belong here when a reference has no `kind`. */
  readonly types: readonly string[]
}

/** What a page of this site shows around an article. */
export interface Site {
  readonly title?: string
  /** Absolute base URL without trailing slash. */
  readonly url?: string
  readonly editorialPolicy?: string
  /** URL of the icon that browsers show beside the title. */
  readonly icon?: string
  /** Standing notice for content that is not yet approved. */
  readonly banner?: string
  /** What search engines may list: all pages, those whose review is done, or none; absent: all. */
  readonly robots?: 'all' | 'approved' | 'none'
  /** Parts of a page in their order; absent: the usual one. */
  readonly layout?: readonly PagePart[]
  /** CSS that follows ours, or replaces it. */
  readonly stylesheet?: {readonly css: string; readonly replace: boolean}
  readonly template?: PageTemplate
}

/** Upper bounds, so that no input costs more than was agreed. */
export interface Limits {
  /** UTF-8 bytes of one source file. */
  readonly sourceBytes: number
  /** UTF-8 bytes of one front matter block. */
  readonly frontMatterBytes: number
  /** Levels of nesting inside front matter. */
  readonly frontMatterDepth: number
  /** Keys and list items in front matter, all levels together. */
  readonly frontMatterNodes: number
  /** Levels of `::include` inside one another. */
  readonly includeDepth: number
  /** Files that one page may include, all levels together. */
  readonly includes: number
  /** Levels of block quotes, lists and containers inside one another. */
  readonly nesting: number
  /** Levels of emphasis, links and text directives inside one another. */
  readonly inlineNesting: number
  /** Lines of one file. */
  readonly lines: number
  /** Characters of one paragraph. */
  readonly paragraphLength: number
  /** What parsing the paragraphs of a file may cost: squares of their delimiters, summed up. */
  readonly inlineCost: number
  /** Directives of one file. */
  readonly directives: number
  /** Attributes of one directive. */
  readonly attributes: number
  readonly tableColumns: number
  /** UTF-8 bytes of one output, and of all text that includes, variables and terms bring into a page. */
  readonly outputBytes: number
}

/** How works get their numbers. */
export interface NumberingRule {
  /** By first appearance in the variant, or down the reference list; absent: as the style has it. */
  readonly by?: 'appearance' | 'list'
  /** Numbers of what any reader gets cited, so that all see the same ones, with gaps. */
  readonly stable: boolean
}

/** The configuration as the phases see it: checked, complete, with every default filled in. */
export interface Settings {
  readonly audiences: AudienceTable
  readonly defaultAudience?: string
  readonly dimensions: ReadonlyMap<string, Dimension>
  /** BCP 47 tag of pages that name none. */
  readonly locale: string
  /** Id of the style that `render` uses by default. */
  readonly citationStyle: string
  /** Every style that the project knows, by id: the built-in ones and its own. */
  readonly styles: ReadonlyMap<string, CitationStyle>
  readonly numbering: NumberingRule
  /** How plain text prints the dash of a range in citations and references. */
  readonly textRanges: 'dash' | 'hyphen'
  /** The reader's-language words of the output; a locale's own, then its language's, then English. */
  readonly labels: (locale: string) => Labels
  /** What readers of a locale see of an audience: the locale's own words, else the configuration's. */
  readonly audienceWords: (id: string, locale: string) => AudienceWords
  readonly referenceGroups: (locale: string) => readonly ReferenceGroup[]
  /** Paths (content root based) of project-wide reference files. */
  readonly bibliography: readonly string[]
  /** Project-wide glossary: files, or entries given in the configuration as plain data. */
  readonly glossary: readonly string[] | Readonly<Record<string, unknown>>
  /** Project-wide variables as plain data: text, or a map from audience ids and `default` to text. */
  readonly vars: Readonly<Record<string, unknown>>
  /** Disclaimer per audience id, with `default` for the rest. */
  readonly disclaimers: TextGroup | undefined
  readonly site: Site
  /** Severities that the project changed, by rule id. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  /**
   * Absolute base URL, without trailing slash, of the pages that explain rules; absent: messages link to
   * none.
   */
  readonly docsUrl?: string
  readonly readability: {
    /** Grades above an audience’s `readingGrade` from which hard text is an error. */
    readonly tolerance: number
    /** Names of drugs and products that do not count, in lower case. */
    readonly names: ReadonlySet<string>
  }
  readonly limits: Limits
  readonly rawHtml: boolean
  readonly parser: ParserChoice
}

/** Which parser reads Markdown: they make the same tree. */
export type ParserChoice = 'auto' | 'remark' | 'satteri'
