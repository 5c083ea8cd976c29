import {type Document, resolve, type TextGroup} from '../../core/language/index.ts'

/** What one audience reads of a text that may differ between them. */
export interface Wording {
  readonly audience: string
  /** Absent: nothing is said to them. */
  readonly text?: string
  /** Audience whose wording stands in. */
  readonly fallback?: string
}

/** What each served audience of a page reads, with the default values of further dimensions. */
export function wordingsOf(document: Document, {branches}: TextGroup): readonly Wording[] {
  const {audiences: table, dimensions: declared} = document.settings
  const dimensions = new Map(
    [...declared.values()].flatMap(({name, default: value}) => (value === undefined ? [] : [[name, value]])),
  )
  const matches = branches.map(({match}) => match)
  return document.audiences.map(audience => {
    const match = resolve(matches, {audience, dimensions}, table)
    const text = 'branch' in match ? branches[match.branch]?.text : undefined
    return {
      audience,
      ...(text !== undefined && {text}),
      ...(match.via === 'fallback' && {fallback: match.from}),
    }
  })
}
