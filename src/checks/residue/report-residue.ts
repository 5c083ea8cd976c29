import type {Root} from 'mdast'
import type {DecodedText, Message} from '../../core/language/index.ts'
import type {Report} from '../../core/messages/reporter.ts'
import {findInTree, type ResidueFinders} from './find-in-tree.ts'

/** The parts of a parsed file that residue looks at. */
interface ParsedPage {
  readonly root: Root
  readonly text: string
}

/** The same with what makes it uncertain. */
type Searched<File> = File & {
  /** Offsets from which on it is uncertain which reader a text is for. */
  readonly uncertain: readonly number[]
}

/**
 * The same parser, which also reports the residue in each file that it parses. A line on which the parser has
 * reported an error gets no second message.
 *
 * @param messages All that was reported so far.
 */
export function reportingResidue<File extends ParsedPage>(
  parse: (source: DecodedText, file?: string) => File,
  finders: ResidueFinders,
  messages: readonly Message[],
  report: Report,
): (source: DecodedText, file?: string) => Searched<File> {
  return (source, file) => {
    const before = messages.length
    const parsed = parse(source, file)
    const reported = new Set(messages.slice(before).flatMap(({fatal, line}) => (fatal ? [line] : [])))
    const uncertain: number[] = []
    for (const {rule, place, detail, closes} of findInTree(parsed.root, parsed.text, finders)) {
      if (rule !== 'fence-escaped') uncertain.push(place.start.offset ?? 0)
      const isKnown = reported.has(place.start.line) || (closes && reported.size > 0)
      if (!isKnown) report(rule, {place, file, detail})
    }
    return {...parsed, uncertain}
  }
}
