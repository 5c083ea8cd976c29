/** One field of a record in a tagged format, with its line from 1. */
export interface Field {
  readonly tag: string
  readonly value: string
  readonly line: number
}

/** How a format writes its lines. */
export interface TaggedSyntax {
  /** Tag and value of a line that begins a field. */
  readonly field: RegExp
  /** Whether a field begins a new record, given the tags of the open one. */
  readonly begins: (tag: string, open: readonly Field[]) => boolean
  /** The tag that ends a record, where the format has one. */
  readonly end?: string
}

/**
 * Split a tagged text into records. A line that begins no field goes on with the one above; lines outside
 * records are passed over.
 */
export function recordsOf(text: string, {field, begins, end}: TaggedSyntax): readonly (readonly Field[])[] {
  const records: Field[][] = []
  let open: Field[] | undefined
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [, tag, value = ''] = field.exec(line) ?? []
    if (tag === undefined) {
      const last = open?.pop()
      if (last !== undefined) open?.push({...last, value: `${last.value} ${line.trim()}`.trim()})
      continue
    }
    if (begins(tag, open ?? [])) {
      open = []
      records.push(open)
    }
    if (tag === end) open = undefined
    else open?.push({tag, value: value.trim(), line: index + 1})
  }
  return records
}

/** The fields of one record by tag. */
export class TaggedRecord {
  readonly line: number
  readonly #fields: readonly Field[]

  constructor(fields: readonly Field[]) {
    this.#fields = fields.filter(({value}) => value !== '')
    this.line = fields[0]?.line ?? 1
  }

  /** All values of some tags, in the order of the record. */
  all(...tags: readonly string[]): readonly string[] {
    return this.#fields.filter(({tag}) => tags.includes(tag)).map(({value}) => value)
  }

  /** The first value of the first of some tags that has one. */
  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const found = this.all(tag)[0]
      if (found !== undefined) return found
    }
    return undefined
  }
}
