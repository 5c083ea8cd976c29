/**
 * THE list of what both parsers are known to read differently, or may, as far as it can be seen in the
 * source.
 */
const refusals: readonly {readonly what: string; readonly pattern: RegExp}[] = [
  {what: 'carriage return without line feed', pattern: /\r(?!\n)/},
  {
    what: 'character that cannot be published',
    pattern: /[\0\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
  },
  {
    what: 'task that does not begin with a word',
    pattern: /(?:^|[ \t>])(?:[-+*]|\d+[.)])[ \t]+\[(?:[ \txX]\](?! [\p{L}\p{N}])|[ \t]*\r?\n)/mu,
  },
  {
    what: 'footnote that does not begin with a word',
    pattern: /^[ \t>]*\[\^[^\]\r\n]*\]:(?! (?:[\p{L}"'(“‘]|:\p{L}|\*{1,2}\p{L}|\d+(?:[.,]\d|(?![\d.)]))))/mu,
  },
  {what: 'blank or reference in the label of a footnote', pattern: /\[\^[^\][\r\n]*[ \t\r\n&]/},
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

/**
 * @param text A source.
 * @param frontMatter Length of its front matter.
 * @throws {FallbackError} Where it holds something of the list.
 */
export function refuse(text: string, frontMatter: number): void {
  if (frontMatter === 0 && /^(?:---|\+\+\+)/.test(text)) throw new FallbackError('front matter without end')
  for (const {what, pattern} of refusals) if (pattern.test(text)) throw new FallbackError(what)
}

/** A document is left to the reference parser: what it holds may be read in another way by the native one. */
export class FallbackError extends Error {
  override readonly name = 'Doubt'

  /** @param what The construct, for those who count. */
  constructor(readonly what: string) {
    super(what)
  }
}
