import type {PhrasingContent, RootContent} from 'mdast'
import type {Data as UnistData, Parent as UnistParent} from 'unist'
import type {BranchMatch, Condition} from './condition.ts'

// The nodes that Parlance adds to mdast. After `analyze` a tree holds mdast, GFM and these, and no directive;
// after `select` it holds no `variants`, `say` or `branch`, no condition, and `fragment`/`span` only with an
// id.

/** Fields that any node of an analyzed tree may carry. */
export interface NodeData extends UnistData {
  /** Who may see the node; absent: everyone who sees its parent. */
  condition?: Condition
  /** Id set by an author with `{#id}`, or made from a heading's text. */
  id?: string
  /** Included file that the node's position is about; absent: the page's own. */
  file?: string
  /** The readers of a wording, in words: only where all wordings are shown at once. */
  badge?: string
}

/**
 * Flow that stands together for a reason that is no element of its own: `:::only`, a section marker, an
 * include.
 */
export interface Fragment extends UnistParent {
  type: 'fragment'
  /** Path of the included file, relative to the content root; only on what `::include` brought in. */
  file?: string
  children: RootContent[]
  data?: NodeData
}

/** The same for phrasing: `:only[…]{for=…}`. */
export interface Span extends UnistParent {
  type: 'span'
  children: PhrasingContent[]
  data?: NodeData
}

/** A group in flow (`:::variants`): exactly one branch is shown. */
export interface Variants extends UnistParent {
  type: 'variants'
  /** The author's `#id` or a name that counts (`variants-2`), for reports. */
  group: string
  children: Branch[]
  data?: NodeData
}

/** A group in phrasing (`:say`, a variable or a term whose wording differs). */
export interface Say extends UnistParent {
  type: 'say'
  group: string
  children: Branch[]
  data?: NodeData
}

/** One wording of a group. */
export interface Branch extends UnistParent {
  type: 'branch'
  match: BranchMatch
  /** Reason why the readers of this branch get nothing, on purpose. */
  omit?: string
  children: RootContent[]
  data?: NodeData
}

/** One cited work in a cluster. */
export interface CitationItem {
  readonly key: string
  /** `section 12.1`, `p. 5`: as written, trimmed. */
  readonly locator?: string
}

/** `:cite[a; b, p. 5]`: a cluster. */
export interface Citation {
  type: 'citation'
  items: CitationItem[]
  position?: UnistParent['position']
  data?: NodeData
}

/** `<sub>…</sub>` and `<sup>…</sup>`: text that stands lower or higher, as in `C<sub>max</sub>`. */
export interface Script extends UnistParent {
  type: 'subscript' | 'superscript'
  children: PhrasingContent[]
  data?: NodeData
}

export interface Subscript extends Script {
  type: 'subscript'
}

export interface Superscript extends Script {
  type: 'superscript'
}

/** `:term[…]`: its children are the wording to show. */
export interface Term extends UnistParent {
  type: 'term'
  /** Glossary id. */
  id: string
  /** The words are the author's own for this place, not those of the glossary. */
  labeled?: boolean
  children: PhrasingContent[]
  data?: NodeData
}

export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** `:::note[Title]` and `> [!NOTE]`. */
export interface Callout extends UnistParent {
  type: 'callout'
  kind: CalloutKind
  /** A `calloutTitle` first where the author gave a title, then flow. */
  children: (CalloutTitle | RootContent)[]
  data?: NodeData
}

export interface CalloutTitle extends UnistParent {
  type: 'calloutTitle'
  children: PhrasingContent[]
  data?: NodeData
}

/** `:::safety`: must reach every served audience. */
export interface Safety extends UnistParent {
  type: 'safety'
  /** The author's `#id`, or a name that counts. */
  group: string
  children: RootContent[]
  data?: NodeData
}

/** What becomes of a cross-reference whose target this variant lacks. */
export type MissingTarget = 'error' | 'text' | 'drop'

/** `[text](#target)` and `:xref[text]{to=target}`. */
export interface CrossReference extends UnistParent {
  type: 'crossReference'
  /** Id without `#`; empty: the page as a whole. */
  target: string
  /** Path of another page's source, from the content root; absent: this page. */
  page?: string
  missing: MissingTarget
  children: PhrasingContent[]
  data?: NodeData
}

/** `::references`, `::glossary`, `::toc`. */
export interface Place {
  type: 'place'
  what: 'references' | 'glossary' | 'toc'
  position?: UnistParent['position']
  data?: NodeData
}

declare module 'unist' {
  interface Data {
    condition?: Condition
    id?: string
    file?: string
    badge?: string
  }
}

declare module 'mdast' {
  interface TableData {
    /** Condition of each column that has one. */
    columns?: (Condition | undefined)[]
  }
  interface BreakData {
    /** Written as `<br>`. */
    tag?: boolean
  }
  interface Image {
    /**
     * The alternative text as phrasing while it may still differ between readers; `alt` is set by `select`.
     */
    alternative?: PhrasingContent[]
  }
  interface ImageReference {
    alternative?: PhrasingContent[]
  }
  interface RootContentMap {
    fragment: Fragment
    span: Span
    variants: Variants
    say: Say
    branch: Branch
    citation: Citation
    term: Term
    callout: Callout
    calloutTitle: CalloutTitle
    safety: Safety
    crossReference: CrossReference
    place: Place
    subscript: Subscript
    superscript: Superscript
  }
  interface BlockContentMap {
    fragment: Fragment
    variants: Variants
    callout: Callout
    safety: Safety
    place: Place
  }
  interface PhrasingContentMap {
    span: Span
    say: Say
    citation: Citation
    term: Term
    crossReference: CrossReference
    subscript: Subscript
    superscript: Superscript
  }
}

export type {PhrasingContent, RootContent}
