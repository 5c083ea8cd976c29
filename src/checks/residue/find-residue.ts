import {anyOf, foldLookAlikes} from '../../core/language/index.ts'
import {condition, literalColon, literalOpening} from './block-text.ts'

/**
 * Markup of a condition that no phase consumed: readers would see it as text, with all that it should have
 * kept apart.
 */
export interface Residue {
  /** Index in the text that was searched, and of the end. */
  readonly start: number
  readonly end: number
  readonly detail: string
  /**
   * A directive that was nearly written is a malformed one; all other residue is markup of unknown origin.
   */
  readonly rule: 'fence-malformed' | 'markup-residue'
  /** It ends what an earlier one began. */
  readonly closes: boolean
}

/** Finds the first residue in a text that a reader would see. */
export type FindResidue = (text: string) => Residue | undefined

export interface ResidueNames {
  /** Declared audience ids. */
  readonly audiences: readonly string[]
  /** Directives that take a condition, or are a part of a group, audiences apart. */
  readonly conditional: readonly string[]
  /** All directives that may stand within a line. */
  readonly inline: readonly string[]
}

/** Words that other systems begin and end conditions with. */
const keyword =
  '(?:if|ifdef|ifndef|ifversion|elif|elseif|elsif|unless|only|when|case|switch|begin|start|show|hide|is|eq|audience|role|profile|end)'
/** Those of them that no sentence holds. */
const code = '(?:ifdef|ifndef|ifeval|ifconfig|ifversion|elif|elseif|elsif|endif|endwhen|endonly|endaudience)'

/** Colons alone, and marks of other systems that end a condition. */
const closing = /^(?::+$|[[{<%][%<{#[ -]{0,3}(?:\/|end))/

/**
 * One way in which markup of a condition looks. A space with a quantifier stands for blanks within a line.
 */
interface Form {
  readonly pattern: RegExp
  readonly detail: (found: string) => string
  readonly rule?: Residue['rule']
}

/**
 * Finds markup that names a declared audience or a directive with a condition. A name is markup where what
 * stands directly around it stands around no word of a sentence: colons before it, braces, the marks of other
 * systems.
 */
export function residueFinder({audiences, conditional, inline}: ResidueNames): FindResidue {
  const all = [...audiences, ...conditional]
  const candidate = new RegExp(
    `::|:\\s+:|:\\p{L}+\\n|\\[\\^|\\{[^{}\\n]*=|:\\p{L}+${literalOpening}|${condition}[^\\S\\n]*[[{]|${anyOf(all)}`,
    'u',
  )
  // What each form needs, so that a sentence that only names an audience is not held against all of them.
  const signs = new RegExp(
    `:\\S|:\\s+:|[{}[$${condition}]|<\\D|%[^\\p{L}\\p{N}]{0,3}(?:/|end)|^[^\\S\\n]*[^\\p{L}\\p{N}\\s]|(?:^|[\\s(])[#@.%\\\\/&]|${code}`,
    'mu',
  )
  const known = new RegExp(`^(?:|[^]*(?:${anyOf([...all, ...inline])})s?)$`, 'u')
  const forms = formsOf(anyOf(all), anyOf(audiences), anyOf(inline))
  return text => {
    const folded = foldLookAlikes(text)
    if (!candidate.test(folded.text) || !signs.test(folded.text)) return undefined
    for (const {pattern, detail, rule = 'markup-residue'} of forms) {
      const match = pattern.exec(folded.text)
      if (match === null) continue
      const found = match[0].trim()
      const start = match.index + match[0].search(/\S/)
      const indexAt = (index: number): number => folded.indexes?.[index] ?? index
      return {
        start: indexAt(start),
        end: indexAt(start + found.length - 1) + 1,
        detail: detail(markOf(found, known)),
        rule,
        closes: closing.test(found),
      }
    }
    return undefined
  }
}

/**
 * The signs of a mark and the last word of it, if it is known: what else stands there may be for some readers
 * only.
 */
function markOf(found: string, known: RegExp): string {
  const [, signs = '', word = ''] = /^([^\p{L}\p{N}]*).*?([\p{L}\p{N}_-]*)[^\p{L}\p{N}]*$/su.exec(found) ?? []
  return signs.replace(/[\uE000-\uE004]/g, '') + (known.test(word) ? word : '…')
}

const isText = (found: string): string =>
  `\`${found}\` is text for every reader here. Conditions are written \`:::only{for=…}\`, \`:only[…]{for=…}\` or \`:only{for=…}\``

function formsOf(names: string, audiences: string, inline: string): readonly Form[] {
  const form = (
    source: string,
    detail: (found: string) => string = isText,
    options: Pick<Form, 'rule'> = {},
  ): Form => {
    const blanks = source.replace(/ (?=[*+?])/g, '[^\\S\\n]')
    return {
      pattern: new RegExp(blanks, 'mu'),
      detail,
      ...options,
    }
  }
  /** Names, in the plural as well, that end where a word ends. */
  const name = `(?:${names})s?(?![\\p{L}\\p{N}])`
  const audience = `(?:${audiences})s?(?![\\p{L}\\p{N}])`
  const free = `(?<![\\p{L}\\p{N}_-])`
  const unescaped = `(?<![:${literalColon}])`
  /**
   * What may stand before the text of a line: signs, such as that of a list behind an invisible character.
   */
  const start = `(?:[^\\p{L}\\p{N}\\n:${literalColon}]|\\d{1,3}[.)] ){0,6}`
  /** Anything but a letter, a digit, a line ending or an escaped character. */
  const sign = `[^\\p{L}\\p{N}\\n:${literalColon}]`
  /** A word and a sign, or a quote: `/// only | for=name`, `!!! note "name"`. */
  const title = `(?:[\\p{L}-]+ *["'“|({[:]+ *(?:for *= *)?)?["'“(]? *`
  /** A sign that slipped in between. */
  const slip = `[^\\p{L}\\p{N}\\s{}]?`
  /** Braces with attributes, one of which decides between readers. */
  const attributes = (keys: string): string =>
    `\\{(?=(?:[^{}"'\\n]|"[^"\\n]*"|'[^'\\n]*')*?${free}(?:${keys}) *= *${slip}["'“\\p{L}][^}\\n]*\\})`
  /** A colon that may begin a directive. */
  const colon = `(?<![:${literalColon}\\p{L}\\p{N}]):`
  const word = `[^\\s{}:[\\]]`
  const wordings = `[^{}\\n]*= *${slip}["“]`
  const misspelled = (found: string): string =>
    `\`${found}\` is no name of a directive: remove what does not belong to the name`
  const apart = (): string =>
    'These attributes belong to no directive: put them directly behind one, as in `:only[…]{for=…}`'
  const nearly = {rule: 'fence-malformed'} as const
  const colons = (found: string): string =>
    `\`${found}\` is text for every reader here: a fence stands on a line of its own, \`:name[…]\` has one colon`
  return [
    form(`${unescaped}:{3,}[^\\p{L}\\p{N}\\n${literalColon}]{0,3}[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*`, colons),
    form(`${unescaped}:{3,}(?!${literalColon})`, colons),
    form(`${unescaped}(?:: *){2,}: *${name}`, colons),
    form(`${colon}:${sign}{0,3}${name}`, colons),
    form(`${unescaped}(?:::${name}(?=[[{])|:: +${name}|: +: *${name})`, colons),
    form(`${colon}${name}\\s+(?=[[{])`, found => `A blank stands behind \`${found}\`: remove it`, nearly),
    form(
      `${colon}only +(?=\\[|for=|not=)`,
      found => `\`${found}\` needs brackets or braces at once: write \`:only[…]{for=…}\` or \`:only{for=…}\``,
      nearly,
    ),
    form(
      `^${start}:(?:${audiences}|only)(?![\\p{L}\\p{N}_-])(?! *[[{])|(?<![:${literalColon}/\\p{L}\\p{N}]):(?:${audiences}|only) *$|(?<![:${literalColon}/\\p{L}\\p{N}]):(?:${audiences}|only)[\\]{}[]`,
      found => `\`${found}\` is no marker without braces: write \`:${found.replace(/^.*:/, '')}{}\``,
      nearly,
    ),
    form(`:\\n(?:${names})[[{]`, isText),
    form(
      `${unescaped}:(?:${inline})${literalOpening}`,
      found =>
        `A backslash stands behind \`${found}\`, so that all of it is text: remove it, or put it before the colon if text is meant`,
    ),
    // A name broken over two lines.
    form(`${unescaped}:(?:${brokenNames(names)})[[{]`, isText),
    form(`${colon}\\p{L}[^\\s{}:\\]]{0,12}\\{(?=${wordings})`, misspelled, nearly),
    // A sign in a name or before it: its label and the wordings behind that are text.
    form(
      `${colon}(?=${word}*[^\\s\\p{L}\\p{N}{}:[\\]_-])(?=${word}*\\p{L})${word}{2,16}(?=\\[[^[\\]\\n]*\\]\\{${wordings})`,
      misspelled,
      nearly,
    ),
    form(attributes('for|not'), apart, nearly),
    form(
      `${condition}(?: *\\{|[^\\s{}${condition}]{1,12}\\{(?=[^{}\\n]*=))`,
      () => 'These attributes stand apart from their directive: remove what stands between',
    ),
    form(attributes(`${audiences}|omit|default|otherwise`), apart, nearly),
    form(
      `\\]\\{[.#]?(?:${names}) *\\}`,
      () => 'This is another tool’s spelling: write `:only[…]{for=…}`',
      nearly,
    ),
    form(
      `${condition}\\[`,
      () => 'A second pair of brackets belongs to no directive: put all of the text into the first',
    ),
    // Templates: `{% … name … %}`, `{{ … name … }}`, `{{< … >}}`, `<% … %>`, `${'$'}{name}`, `{.name}`,
    // `{:.name}`.
    form(`(?:\\{[{%<#^:.!@&~+/]|<%|\\$\\{|\\$\\()[^\\n\\]}>]{0,60}?${free}${name}`),
    // Marks in brackets: `[!name]`, `[.name]`, `[% if name %]`.
    form(`(?:\\[[%!#^:]|\\[\\.(?!\\.)|\\[@(?=${audience}\\]))[^\\n\\]}>]{0,60}?${free}${audience}`),
    form(`<<${name}`),
    // Braces: `{name}`, `{only name}`, `{audience=name}`, `{name: …}`.
    form(`(?<![_^])\\{ *(?:${keyword}[^\\p{L}\\p{N}\\n{}]{1,3})*["'.#/!]?${free}${audience}`),
    form(`\\{[^{}\\n]{0,80}[=:] *["'(]? *${free}${audience}`),
    form(`\\{only +${free}${name}`),
    // Attributes whose brace is lost: `for="name"}`.
    form(
      `${condition} *[\\p{L}][\\p{L}\\p{N}_-]* *= *["'“]|${free}${audience} *= *["“][^"”\\n]*["”][^{\\n]*\\}`,
      () => 'These attributes lack a brace: write `:name[…]{attribute="value"}`',
      nearly,
    ),
    form(`[\\p{L}] *= *["'“]?(?:[\\p{L}\\p{N}_-]+ +)*${audience}(?: +[\\p{L}\\p{N}_-]+)*["'”]? *\\}`),
    // Brackets: `[if name]`, `[role=name]`, `[[name]] … [[/name]]`, `[name]` alone on its line.
    form(`\\[ *(?:${keyword} +)+["']?${audience}["']? *\\]`),
    form(`\\[[\\p{L}\\p{N}_-]+(?: +[\\p{L}\\p{N}_-]+)* *= *["']?${audience}["']?[^\\]\\n]*\\]`),
    form(`^ *\\[${audience}\\] *$`),
    form(`<[\\p{L}][\\p{L}\\p{N}:._-]*[^<>\\n]*= *["'{(]*${audience}["'})]*[^<>\\n]*>`),
    // Words that carry brackets: `clinician{…}`, `clinician[text]`.
    form(`${free}(?<![:${literalColon}])(?:${audiences})(?:\\{|\\[(?=[^\\]\\n]*\\p{L}\\p{L}))`),
    form(
      `${free}(?:${names})(?=\\[[^[\\]\\n]*\\]\\{${wordings})`,
      found => `\`${found}\` begins no directive: put a colon directly before it, and nothing in between`,
    ),
    form(`\\\\[\\p{L}]*(?:${audiences})[\\p{L}]*\\{`),
    form(
      `^ *\\[\\^[^\\]\\n]+\\]:`,
      () => 'This definition of a footnote is text: begin it at the start of a line, below a blank line',
    ),
    // Lines that begin with a run of signs: `@@@name`, `/// name`, `=== "name"`, `%%name`.
    form(`^ *([%@|^$+=/~#&\\\\;])(?: ?\\1)+ *${title}${name}`),
    form(`^ *([^\\p{L}\\p{N}\\s.…_*–—"'\\-${literalColon}${condition}])(?: ?\\1){2,} *${title}${name}`),
    form(`^ *(?:\\.{3}|---+) *${name} *$`),
    form(`^ *---+${name}`),
    // Keywords behind a sign: `#if name`, `@if name`, `.if name`; and those that no sentence holds.
    form(`(?:^|[\\s(])[#@.%$\\\\/&]{1,3}${keyword}[^\\p{L}\\p{N}\\n]{1,4}${audience}`),
    form(`${free}${code}(?![\\p{L}\\p{N}])[^\\n]{0,20}?${free}${audience}`),
    // Closing marks of other systems: `{/name}`, `[/name]`, `{{< /name >}}`, `</name>`, `[end name]`.
    form(`[[{<%][%<{#[ \\-]{0,3}(?:/ *${free}${name}|end[ _-]?${audience})`),
  ]
}

/** The same names with a line ending somewhere inside. */
function brokenNames(names: string): string {
  return names
    .split('|')
    .flatMap(name =>
      [...name]
        .slice(1)
        .map((_, index) => `${name.slice(0, index + 1)}\\n[^\\S\\n]*${name.slice(index + 1)}`),
    )
    .join('|')
}
