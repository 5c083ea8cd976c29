import {diffWordsWithSpace} from 'diff'
import {quantitiesIn} from '../parity/quantities.ts'

/** A run of words that both texts have, or only one of them. */
export interface Change {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What differs between two texts. */
export interface Comparison {
  /** Both texts word by word, in order. */
  readonly changes: readonly Change[]
  /** Numbers with units, as written, that only one of them has; equal amounts in other units count as equal. */
  readonly numbers: {readonly removed: readonly string[]; readonly added: readonly string[]}
}

/** Compare two texts by words. */
export function compareTexts(before: string, after: string): Comparison {
  const changes = diffWordsWithSpace(before, after).map(({value, added, removed}): Change => {
    return {kind: added ? 'added' : removed ? 'removed' : 'same', text: value}
  })
  return {changes, numbers: {removed: onlyIn(before, after), added: onlyIn(after, before)}}
}

function onlyIn(text: string, other: string): readonly string[] {
  const known = new Set(quantitiesIn(other).map(({key}) => key))
  return [
    ...new Set(
      quantitiesIn(text)
        .filter(({key}) => !known.has(key))
        .map(({written}) => written),
    ),
  ]
}
