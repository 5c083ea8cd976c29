import type {
  Code,
  Construct,
  Effects,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types'
import {matchAt} from '../language/index.ts'
import {isOf, isWord} from './characters.ts'

const asterisk = 42
const underscore = 95

const digit = /\p{Nd}/u
/** Within the name of an allele: `01:01`, `3A`, `2xN`, `4.001`. */
const inAllele = /[\p{L}\p{M}\p{N}:.]/u
/** Between the alleles of one person: `*1/*2`, `*68+*4`. */
const betweenAlleles = /[/+,;–-]/
/** The two above, from a star to the next. */
const nextStar = /[\p{L}\p{M}\p{N}:.]+[/+,;–-]\*(?=\p{Nd})/uy

/** CommonMark’s own emphasis, once stars that are text are known. */
const emphasis: Construct = {
  name: 'emphasis',
  tokenize(effects, ok, nok) {
    return attentionOf(this).tokenize.call(this, effects, ok, nok)
  },
  resolveAll(events, context) {
    return attentionOf(context).resolveAll?.(closeStars(events, context), context) ?? events
  },
}

function attentionOf({parser}: TokenizeContext): Construct {
  const list = [parser.constructs.text[asterisk] ?? []].flat()
  const attention = list.find(({name}) => name === 'attention')
  if (attention === undefined) throw new Error('micromark has changed its constructs')
  return attention
}

/**
 * Let a star before a digit open nothing where it stands between two runs of the same length, which are
 * longer.
 */
function closeStars(events: Event[], context: TokenizeContext): Event[] {
  const opened: {readonly token: Token; readonly length: number; readonly isStar: boolean}[] = []
  for (const [index, [kind, token]] of events.entries()) {
    if (
      kind !== 'enter' ||
      token.type !== 'attentionSequence' ||
      !context.sliceSerialize(token).startsWith('*')
    )
      continue
    const length = token.end.offset - token.start.offset
    if (token._close) {
      const partner = length > 1 ? opened.findLastIndex(other => other.length === length) : opened.length - 1
      if (partner < 0) continue
      for (const between of opened.splice(partner).slice(1)) if (between.isStar) between.token._open = false
    } else if (token._open) {
      const next = events[index + 2]?.[1]
      const isStar = length === 1 && next?.type === 'data' && /^\p{Nd}/u.test(context.sliceSerialize(next))
      opened.push({token, length, isStar})
    }
  }
  return events
}

/**
 * Keep the stars of alleles, which CommonMark takes for emphasis where there are two of them. A run of `*`
 * between a word character and a digit neither opens nor closes emphasis: `HLA-A*31:01 or HLA-B*15:02`. Nor
 * do the stars of alleles that are joined: `*1/*2`. Nor does a `*` before a digit pair with a half of the
 * `**` that ends what a `**` before it began: `**Carriers of *2 or *3**`.
 */
export const alleleStars: Extension = {
  text: {[asterisk]: [{name: 'alleleStar', tokenize: tokenizeStar}, emphasis], [underscore]: emphasis},
  insideSpan: {null: [{resolveAll: closeStars}]},
}

function tokenizeStar(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isBehindWord = isWord(this.previous)
  let stars = 0
  return start

  function start(code: Code): State | undefined {
    effects.enter('data')
    return inRun(code)
  }
  function inRun(code: Code): State | undefined {
    if (code === asterisk) {
      stars++
      effects.consume(code)
      return inRun
    }
    effects.exit('data')
    if (!isOf(digit, code) || (stars > 1 && !isBehindWord)) return nok(code)
    return effects.attempt(allele, again, isBehindWord ? ok : nok)(code)
  }
  function again(code: Code): State | undefined {
    return effects.attempt(allele, again, ok)(code)
  }
}

/** Behind a star: the rest of its allele, and the star of the one that is joined to it. */
const allele: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return start

    function start(code: Code): State | undefined {
      effects.enter('data')
      return inside(code)
    }
    function inside(code: Code): State | undefined {
      if (code === null || code < 0) return nok(code)
      const isJoint = isOf(betweenAlleles, code)
      if (!isJoint && !isOf(inAllele, code)) return nok(code)
      effects.consume(code)
      return isJoint ? atStar : inside
    }
    function atStar(code: Code): State | undefined {
      if (code !== asterisk) return nok(code)
      effects.consume(code)
      return behindStar
    }
    function behindStar(code: Code): State | undefined {
      effects.exit('data')
      return isOf(digit, code) ? ok(code) : nok(code)
    }
  },
}

/**
 * The same for a text in one piece.
 *
 * @param start Offset of a run of `*`, and its end, before a digit.
 * @returns Offsets of the stars of alleles that begin with the run.
 */
export function findAlleleStars(text: string, start: number, end: number): readonly number[] {
  if (start === end) return [] // the star is escaped
  const isBehindWord = isWord(text.charCodeAt(start - 1))
  const stars = Array.from({length: end - start}, (_, index) => start + index)
  if (!isBehindWord && stars.length > 1) return []
  let next = matchAt(nextStar, text, end)
  while (next !== null) {
    const behind = next.index + next[0].length
    stars.push(behind - 1)
    next = matchAt(nextStar, text, behind)
  }
  return isBehindWord || stars.length > 1 ? stars : []
}
