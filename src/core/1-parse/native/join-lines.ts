import {matchAt} from '../../language/index.ts'
import {nameAt} from './name-at.ts'
import {FallbackError} from './refusals.ts'

/** What stands in place of a part of the source. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly by: string
}

const joint = '\u205F'

/** How running text begins: as no other block does. */
const words = String.raw`(?:[\p{L}(]|:\p{L}|\d+(?:[.,]\d|(?![\d.)]))|\*{1,2}\p{L})`
const runningText = new RegExp(`^ *(?:(?:[-*+]|\\d{1,9}[.)]) +)?${words}`, 'u')
const goesOn = new RegExp(`\\n *(?=${words})`, 'uy')

/** Brackets inside one another that micromark still reads, and some below. */
const deepest = 30

/**
 * The native parser reads no label that goes on in the next line, so such lines are joined.
 *
 * @param text A source.
 * @param line Offset of the line that the directive begins in.
 * @param start Offset of its colon.
 * @returns What stands in place of the line endings in its label, with the blanks behind them.
 * @throws {FallbackError} Where the label may not be one, or the next line may be a block of its own.
 */
export function joinLines(text: string, line: number, start: number): readonly Replacement[] {
  const label = start + 1 + (nameAt(text, start + 1)?.length ?? 0)
  if (text[label] !== '[') return []
  const joints: Replacement[] = []
  let balance = 0
  for (let at = label; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '[' && ++balance > deepest) break
    else if (character === ']' && --balance === 0) {
      if (joints.length > 0 && !runningText.test(text.slice(line, start + 2)))
        throw new FallbackError('label over lines')
      return joints
    }
    if (text[at] !== '\n') continue
    const found = matchAt(goesOn, text, at)?.[0]
    if (found === undefined || ' \t\r\\'.includes(text[at - 1] ?? ''))
      throw new FallbackError('label over lines')
    joints.push({start: at, end: at + found.length, by: joint.repeat(found.length)})
  }
  throw new FallbackError('label without end')
}
