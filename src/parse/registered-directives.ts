import {markdownLineEndingOrSpace, unicodePunctuation, unicodeWhitespace} from 'micromark-util-character'
import type {Code, Construct, Effects, Extension, State, TokenizeContext} from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** `:name` before `[` or `{` where no directive has that name: text, and an error. */
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
 * Narrow the directive syntax so that clinical text stays text: a text directive begins only where a registered
 * name is followed at once by `[` or `{`; a leaf directive only with a registered name, or with an unknown one
 * that is followed so. `ratio:creatinine[^1]` is a footnote call behind a word. Containers are left as they are:
 * an unknown name there is a mistake that hides what it holds.
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
    text: {[colon]: [startingAt(text, 1, name => names.has(name), true), unknownName(text, names)]},
    flow: {[colon]: [container, startingAt(leaf, 2, name => names.has(name), false)]},
  }
}

function constructAt(map: Extension['text'], index: number): Construct {
  const list = map?.[colon]
  const construct = Array.isArray(list) ? list[index] : index === 0 ? list : undefined
  if (construct === undefined) throw new Error('micromark-extension-directive has changed its constructs')
  return construct
}

/** The construct, begun only where `accepts` its name. */
function startingAt(
  construct: Construct,
  colons: number,
  accepts: (name: string) => boolean,
  opened: boolean,
): Construct {
  const ahead: Construct = {tokenize: peek(colons, accepts, opened), partial: true}
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      return effects.check(ahead, construct.tokenize.call(this, effects, ok, nok), nok)
    },
  }
}

/** `:name` before `[` or `{` with a name that is not registered: a token of its own, so that it can be reported. */
function unknownName(text: Construct, names: ReadonlySet<string>): Construct {
  const ahead: Construct = {tokenize: peek(1, name => !names.has(name), true), partial: true}
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
 * Look ahead over the colons and the name, by the same rule for names as the extension's own.
 *
 * @param colons How many colons stand before the name.
 * @param accepts Whether to begin with this name.
 * @param opened Whether `[` or `{` must follow at once.
 */
function peek(colons: number, accepts: (name: string) => boolean, opened: boolean): Construct['tokenize'] {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    let seen = 0
    let name = ''
    return start

    function start(code: Code): State | undefined {
      effects.enter('unknownDirective')
      return atColon(code)
    }
    function atColon(code: Code): State | undefined {
      if (seen === colons) return atName(code)
      if (code !== colon) return nok(code)
      seen++
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
      if (name === '' || /[-_]$/.test(name) || !accepts(name)) return nok(code)
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
  if (code === null || markdownLineEndingOrSpace(code) || unicodeWhitespace(code)) return true // a tab is no Unicode code here
  return unicodePunctuation(code) && code !== dash && code !== underscore
}
