import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {isOf, isWord} from './characters.ts'

const asterisk = 42

const digit = /\p{Nd}/u
/** Within the name of an allele: `01:01`, `3A`, `2xN`, `4.001`. */
const inAllele = /[\p{L}\p{M}\p{N}:.]/u
/** Between the alleles of one person: `*1/*2`, `*68+*4`. */
const betweenAlleles = /[/+,;–-]/
/** The two above, from a star to the next. */
const nextStar = /[\p{L}\p{M}\p{N}:.]+[/+,;–-]\*(?=\p{Nd})/uy

/**
 * Keep the stars of alleles, which CommonMark takes for emphasis where there are two of them. A run of `*` between a word
 * character and a digit neither opens nor closes emphasis: `HLA-A*31:01 or HLA-B*15:02`. Nor do the stars of alleles
 * that are joined: `*1/*2`.
 */
export const alleleStars: Extension = {text: {[asterisk]: {name: 'alleleStar', tokenize: tokenizeStar}}}

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
  for (nextStar.lastIndex = end; nextStar.test(text); ) stars.push(nextStar.lastIndex - 1)
  return isBehindWord || stars.length > 1 ? stars : []
}
