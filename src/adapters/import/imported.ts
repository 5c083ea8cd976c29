import type {JsonMessage, Severity} from '../../internal.ts'

/** What became of one file of another system. */
export interface Imported {
  /** Markdown with directives; `undefined` where a message is an error: nothing is carried over by halves. */
  readonly markdown: string | undefined
  readonly messages: readonly JsonMessage[]
}

/** Where in a source something stands: offsets in UTF-16 code units. */
export interface SourceSpan {
  readonly start: number
  readonly end: number
}

/** Collects what is to be said of a file. */
export class Notes {
  readonly #messages: JsonMessage[] = []
  readonly #path: string
  readonly #lineStarts: readonly number[]

  constructor(path: string, source: string) {
    this.#path = path
    this.#lineStarts = [
      0,
      ...[...source.matchAll(/\r\n|\r|\n/g)].map(({0: end, index}) => index + end.length),
    ]
  }

  /** What cannot be carried over: the file is not written. */
  error(reason: string, span: SourceSpan, note?: string): void {
    this.#add('error', 'import-unsupported', reason, span, note)
  }

  /** What is left behind, and no reader misses. */
  leftOut(reason: string, span: SourceSpan): void {
    this.#add('info', 'import-left-out', reason, span)
  }

  /** What somebody should look at. */
  warn(reason: string, span: SourceSpan, note?: string): void {
    this.#add('warning', 'import-look-at', reason, span, note)
  }

  get hasErrors(): boolean {
    return this.#messages.some(({severity}) => severity === 'error')
  }

  /** In the order of their places. */
  get messages(): readonly JsonMessage[] {
    return this.#messages.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    )
  }

  /** @returns The text, unless there are errors. */
  seal(markdown: string): Imported {
    return {markdown: this.hasErrors ? undefined : markdown, messages: this.messages}
  }

  #add(severity: Severity, ruleId: string, reason: string, span: SourceSpan, note?: string): void {
    const [start, end] = [this.#point(span.start), this.#point(span.end)]
    const isSame = (known: JsonMessage): boolean =>
      known.reason === reason && known.line === start.line && known.column === start.column
    // each reader's text is read, and a problem of several is reported once
    if (this.#messages.some(isSame)) return
    this.#messages.push({
      ruleId,
      severity,
      reason,
      file: this.#path,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      ...(note !== undefined && {note}),
    })
  }

  #point(offset: number): {line: number; column: number} {
    const line = this.#lineStarts.findLastIndex(start => start <= offset)
    return {line: line + 1, column: offset - (this.#lineStarts[line] ?? 0) + 1}
  }
}
