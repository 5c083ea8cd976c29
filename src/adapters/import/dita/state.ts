import type {BlockContent, DefinitionContent, PhrasingContent} from 'mdast'
import type {Notes} from '../imported.ts'
import type {Filtered} from './audience-filter.ts'
import {spanOf, type XmlElement, type XmlNode} from './xml.ts'

/** What stands in a block: Markdown's own and directives. */
export type Flow = BlockContent | DefinitionContent

/** What a handler knows of where it stands, and how it reads what is in it. */
export interface State {
  readonly notes: Notes
  /** Readers who are left by the conditions around. */
  readonly scope: ReadonlySet<string>
  /** Of the heading that a title becomes here. */
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  /** Ids that links of this file lead to. */
  readonly targets: ReadonlySet<string>
  /** Ids of topics that are this page. */
  readonly pageId: string
  /** Footnotes so far, in order; handlers add to them. */
  readonly footnotes: Flow[]
  readonly filter: (element: XmlElement) => Filtered
  /** Attributes of a directive that mean some readers of a scope; `undefined`: none do. */
  readonly attributesFor: (
    readers: ReadonlySet<string>,
    scope: ReadonlySet<string>,
  ) => Readonly<Record<string, string>> | undefined
  /** Read what stands in a block, with its paragraphs. */
  readonly flow: (nodes: readonly XmlNode[], state: State) => Flow[]
  /** Read running text. */
  readonly phrasing: (nodes: readonly XmlNode[], state: State) => PhrasingContent[]
}

/** Reads an element that somebody sees. */
export type DitaHandler<Made> = (element: XmlElement, state: State) => Made[]

/** Who sees an element, of those who see what is around it. */
export interface Shown {
  /** Attributes of the directive that says so; none where everybody sees it. */
  readonly attributes: Readonly<Record<string, string>>
  readonly isConditional: boolean
  /** For what is in it. */
  readonly state: State
}

/** @returns `undefined` after a note where no reader sees it. */
export function shownTo(element: XmlElement, state: State): Shown | undefined {
  const {readers: all, dimensions} = state.filter(element)
  const readers = new Set([...state.scope].filter(id => all.has(id)))
  if (readers.size === 0) {
    state.notes.leftOut(`No reader gets this \`${element.name}\``, spanOf(element))
    return undefined
  }
  const named = state.attributesFor(readers, state.scope)
  if (named === undefined)
    state.notes.error(
      `No condition means ${[...readers].join(', ')} alone`,
      spanOf(element),
      'A reader that `is` another one sees what that one sees; here they differ.',
    )
  const attributes = {
    ...named,
    ...Object.fromEntries([...dimensions].map(([name, values]) => [name, values.join(' ')])),
  }
  const isConditional = Object.keys(attributes).length > 0
  return {
    attributes,
    isConditional,
    state: readers.size === state.scope.size ? state : {...state, scope: readers},
  }
}
