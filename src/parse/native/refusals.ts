import {Doubt} from './doubt.ts'

/** THE list of what both parsers are known to read differently, or may, as far as it can be seen in the source. */
const refusals: readonly {readonly what: string; readonly pattern: RegExp}[] = [
  {what: 'carriage return without line feed', pattern: /\r(?!\n)/},
  {
    what: 'character that cannot be published',
    pattern: /[\0\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
  },
  {what: 'long run of emphasis', pattern: /[^\s*]\*{4}|\*{4}[^\s*]|[^\s_]_{4}|_{4}[^\s_]/},
  // To micromark half a surrogate pair is a letter.
  {what: 'emoji beside emphasis', pattern: /[*_~][\uD800-\uDBFF]|[\uDC00-\uDFFF][*_~]/},
  {
    what: 'task that does not begin with a word',
    pattern: /(?:^|[ \t>])(?:[-+*]|\d+[.)])[ \t]+\[[ \txX]\](?! [\p{L}\p{N}])/mu,
  },
  {
    what: 'footnote that does not begin with a word',
    pattern: /^[ \t>]*\[\^[^\]\r\n]*\]:(?! (?:[\p{L}"'(“‘]|:\p{L}|\*{1,2}\p{L}|\d+(?:[.,]\d|(?![\d.)]))))/mu,
  },
  {what: 'blank in the label of a footnote', pattern: /\[\^[^\][\r\n]*[ \t\r\n]/},
  {
    what: 'leaf directive in running text',
    pattern: /^[ \t>]*(?![ \t>]|:::)[^\r\n]+\r?\n[ \t>]*::[^:]/m,
  },
  {what: 'list item without text', pattern: /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]*$/m},
  {what: 'tab before text', pattern: /^ *\t/m},
  {
    what: 'quote in a list, or list in a quote',
    pattern: /^[ \t]*(?:(?:[-+*]|\d+[.)])[ \t]+)+>|^[ \t]*>[ \t]*(?:>|(?:[-+*]|\d+[.)])(?:[ \t]|$))/m,
  },
]

const mixedRun = /(?<![*_~])[*_~]*(?:\*[_~]|_[*~]|~[*_])[*_~]*(?![*_~])/g

/**
 * @param text A source.
 * @param frontMatter Length of its front matter.
 * @throws {Doubt} Where it holds something of the list.
 */
export function refuse(text: string, frontMatter: number): void {
  if (frontMatter === 0 && /^(?:---|\+\+\+)/.test(text)) throw new Doubt('front matter without end')
  for (const {what, pattern} of refusals) if (pattern.test(text)) throw new Doubt(what)
  // `**_word_**` is plain; micromark lets a run beside another one open or close where CommonMark does not.
  for (const {0: run, index} of text.matchAll(mixedRun)) {
    const around = `${text[index - 1] ?? ' '}${text[index + run.length] ?? ' '}`
    const isPlain = !run.includes('~') && run.length <= 3
    if (!isPlain || !/^[\s(][\p{L}\p{N}]|^[\p{L}\p{N}][\s.,;:)]/u.test(around))
      throw new Doubt('mixed emphasis')
  }
}
