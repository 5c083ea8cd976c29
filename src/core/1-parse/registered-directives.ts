import {markdownLineEndingOrSpace, unicodePunctuation, unicodeWhitespace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'
import {isWord} from './characters.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `:name` or `::name` before `[` or `{` where no directive has that name: text, and an error. */
    unknownDirective: 'unknownDirective'
  }
}

const colon = 58
const leftBracket = 91
const leftBrace = 123
const caret = 94
const dash = 45
const underscore = 95

/**
 * Narrow the directive syntax so that clinical text stays text: a text directive begins only where a
 * registered name is followed at once by `[` or `{`; a leaf directive only with a registered name. An unknown
 * name that is followed so is a token of its own. `ratio:creatinine[^1]` is a footnote call behind a word,
 * and `1:1000[3]` is text. Containers are left as they are: an unknown name there is a mistake that hides
 * what it holds.
 *
 * @param extension The syntax extension of `micromark-extension-directive`.
 * @param names Registered names.
 * @returns The same syntax, narrowed.
 * @throws {Error} If the extension no longer has the constructs that are narrowed here.
 */
export function narrowDirectives(extension: Extension, names: ReadonlySet<string>): Extension {
  const text = constructAt(extension.text, 0)
  const container = constructAt(extension.flow, 0)
  const leaf = constructAt(extension.flow, 1)
  return {
    text: {[colon]: [startingAt(text, 1, names, true), unknownName(text, names)]},
    flow: {[colon]: [container, startingAt(leaf, 2, names, false)]},
  }
}

function constructAt(map: Extension['text'], index: number): Construct {
  const list = map?.[colon]
  const construct = Array.isArray(list) ? list[index] : index === 0 ? list : undefined
  if (construct === undefined) throw new Error('micromark-extension-directive has changed its constructs')
  return construct
}

/** The construct, begun only where so many colons stand before a registered name. */
function startingAt(
  construct: Construct,
  colons: number,
  names: ReadonlySet<string>,
  opened: boolean,
): Construct {
  const accepts: Accepts = (name, before) => before === colons && names.has(name)
  const ahead: Construct = {tokenize: peek(accepts, opened), partial: true}
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(ahead, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

/**
 * `:name` or `::name` before `[` or `{` with a name that is not registered: a token of its own, so that it
 * can be reported. Two colons between words are not a directive’s: `std::vector[3]`.
 */
function unknownName(text: Construct, names: ReadonlySet<string>): Construct {
  const accepts: Accepts = (name, colons, previous) =>
    mayBeName(name) && !names.has(name) && (colons === 1 || (colons === 2 && !isWord(previous)))
  const ahead: Construct = {tokenize: peek(accepts, true), partial: true}
  return {
    name: 'unknownDirective',
    ...(text.previous && {previous: text.previous}),
    tokenize(effects, ok, nok) {
      return effects.check(ahead, start, nok)

      function start(code: Code): State | undefined {
        effects.enter('unknownDirective')
        effects.consume(code)
        return inside
      }
      function inside(code: Code): State | undefined {
        if (code === leftBracket || code === leftBrace) {
          effects.exit('unknownDirective')
          return ok(code)
        }
        effects.consume(code)
        return inside
      }
    },
  }
}

/**
 * Whether to begin with this name.
 *
 * @param colons How many stand before the name.
 * @param previous What stands before them.
 */
type Accepts = (name: string, colons: number, previous: Code) => boolean

/**
 * Look ahead over the colons and the name, by the same rule for names as the extension's own.
 *
 * @param opened Whether `[` or `{` must follow at once.
 */
function peek(accepts: Accepts, opened: boolean): Construct['tokenize'] {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const {previous} = this
    let colons = 0
    let name = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('unknownDirective')
      return atColon(code)
    }
    function atColon(code: Code): State | undefined {
      if (code !== colon) return atName(code)
      colons++
      effects.consume(code)
      return atColon
    }
    function atName(code: Code): State | undefined {
      if (endsName(code)) return afterName(code)
      name += String.fromCodePoint(code)
      effects.consume(code)
      return atName
    }
    function afterName(code: Code): State | undefined {
      effects.exit('unknownDirective')
      if (!accepts(name, colons, previous)) return nok(code)
      if (code === leftBrace) return ok(code)
      if (code !== leftBracket) return opened ? nok(code) : ok(code)
      effects.enter('unknownDirective')
      effects.consume(code)
      return afterBracket
    }
    function afterBracket(code: Code): State | undefined {
      effects.exit('unknownDirective')
      return code === caret ? nok(code) : ok(code)
    }
  }
}

function endsName(code: Code): code is null | -5 | -4 | -3 | -2 | -1 {
  // A tab is no Unicode code here.
  if (code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)) return true
  return unicodePunctuation(code) && code !== dash && code !== underscore
}

/**
 * Whether a run of word characters and dashes may be meant as the name of a directive: `1000` in
 * `adrenaline 1:1000[3]` is a number, `-` in `:-[` a face.
 */
export function mayBeName(run: string): boolean {
  return /^-*[^-\p{N}]/u.test(run)
}
