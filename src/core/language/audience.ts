/** One declared answer to "Which best describes you?". */
export interface Audience {
  /** Kebab-case name used in sources, URLs and file names. */
  readonly id: string
  /** The answer a reader sees. */
  readonly label: string
  /** Help text under the answer. */
  readonly description?: string
  /** Parent id: this audience sees all that is marked for its parent. */
  readonly is?: string
  /** Ids whose wording may stand in inside a group, in order. */
  readonly fallback: readonly string[]
  /** Highest US school grade that the rendered text may need. */
  readonly readingGrade?: number
  /** Closing disclaimer of this audience's pages. */
  readonly disclaimer?: string
  /** schema.org `medicalAudience` value. */
  readonly schemaType?: string
}

/** The declared audiences in the order of the configuration. */
export class AudienceTable {
  readonly ids: readonly string[]
  readonly #byId: ReadonlyMap<string, Audience>
  readonly #lineage: ReadonlyMap<string, readonly string[]>

  /**
   * @param audiences Declared audiences; every `is` names another of them and no chain of `is` is a cycle
   *   (the configuration's schema has checked both).
   */
  constructor(audiences: readonly Audience[]) {
    this.ids = audiences.map(audience => audience.id)
    this.#byId = new Map(audiences.map(audience => [audience.id, audience]))
    this.#lineage = new Map(audiences.map(audience => [audience.id, this.#climb(audience.id)]))
  }

  #climb(id: string): readonly string[] {
    const line: string[] = []
    for (let at: string | undefined = id; at !== undefined && !line.includes(at); ) {
      line.push(at)
      at = this.#byId.get(at)?.is
    }
    return line
  }

  has(id: string): boolean {
    return this.#byId.has(id)
  }

  get(id: string): Audience | undefined {
    return this.#byId.get(id)
  }

  /** The id itself, then its parent, its parent's parent, …; empty for an undeclared id. */
  lineage(id: string): readonly string[] {
    return this.#lineage.get(id) ?? []
  }

  /** Declared ids that see what is marked for one of `ids`: those audiences and all their descendants. */
  seeing(ids: Iterable<string>): ReadonlySet<string> {
    const wanted = new Set(ids)
    return new Set(this.ids.filter(id => this.lineage(id).some(ancestor => wanted.has(ancestor))))
  }

  [Symbol.iterator](): IterableIterator<Audience> {
    return this.#byId.values()
  }
}

/** A dimension of readers other than audience: `region`, `product`, `edition` … */
export interface Dimension {
  readonly name: string
  readonly label?: string
  readonly values: readonly string[]
  /** Value of a reader who names none; without it such a reader gets nothing that is tied to a value. */
  readonly default?: string
}

/** Who asks: one audience and at most one value for each further dimension. */
export interface Reader {
  readonly audience: string
  readonly dimensions: ReadonlyMap<string, string>
}
