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
  /**
   * Numbers with units, as written, that only one of them has; equal amounts in other units count as equal.
   */
  readonly numbers: {
    /** Numbers with units that only the first text has. */
    readonly removed: readonly string[]
    /** Numbers with units that only the second text has. */
    readonly added: readonly string[]
  }
}

/**
 * Compare two texts by words.
 *
 * @param before The earlier text, or that of one reader.
 * @param after The later text, or that of another reader.
 * @returns Runs of equal, removed and added words, and the numbers with units that only one text has.
 * @example
 * import {compareTexts} from 'parlance-md'
 *
 * compareTexts('Take 5 mg.', 'Take 10 mg.').numbers // {removed: ['5 mg'], added: ['10 mg']}
 */
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
