import type {
  AudienceTable,
  BranchMatch,
  Condition,
  Document,
  Reader,
  TextGroup,
} from '../../core/language/index.ts'
import type {Guard} from './guard.ts'
import {type Sources, sourcesOf} from './sources.ts'

/**
 * What one reader may see of a document. It is worked out from the language alone: no code that selects takes
 * part in it.
 */
export class Sight {
  readonly sources: Sources
  /** Footnotes that are called from what the reader may see. */
  readonly called: ReadonlySet<string>
  readonly #reader: Reader
  readonly #audiences: AudienceTable
  /** Whether a branch fits at each step, in the order of the steps. */
  readonly #steps: readonly ((branch: BranchMatch) => boolean)[]
  readonly #known = new Map<Guard, boolean>()

  constructor(document: Document, reader: Reader) {
    this.sources = sourcesOf(document)
    this.#reader = reader
    this.#audiences = document.settings.audiences
    this.#steps = this.#stepsOf(reader.audience)
    this.called = this.#findCalled()
  }

  /** Whether the reader may see a range. */
  readonly sees = (guard: Guard): boolean =>
    this.permits(guard) && guard.notes.every(note => this.called.has(note))

  /** Whether the reader may see a range if the footnotes around it are called. */
  readonly permits = (guard: Guard): boolean => {
    const known = this.#known.get(guard)
    if (known !== undefined) return known
    const passes = (guard.within === undefined || this.permits(guard.within)) && this.#passes(guard)
    this.#known.set(guard, passes)
    return passes
  }

  /** The wording of a plain text for this reader. */
  text(group: TextGroup | undefined): string | undefined {
    if (group === undefined) return undefined
    const index = this.#choose(group.branches.map(({match}) => match))
    return index === undefined ? undefined : group.branches[index]?.text
  }

  #passes({test}: Guard): boolean {
    switch (test.is) {
      case 'condition':
        return test.condition.audiences.has(this.#reader.audience) && this.#fits(test.condition)
      case 'branch':
        return this.#choose(test.branches) === test.index
      case 'omitted':
        return false
      case 'note':
        return true
    }
  }

  #fits({dimensions}: Pick<Condition, 'dimensions'>): boolean {
    return [...dimensions].every(([name, values]) => {
      const value = this.#reader.dimensions.get(name)
      return value !== undefined && values.has(value)
    })
  }

  /** The branch at the first step that one fits; none where two fit equally well. */
  #choose(branches: readonly BranchMatch[]): number | undefined {
    // its own keys
    const open = [...branches.keys()].filter(index => this.#fits(branches[index] as BranchMatch))
    for (const fits of this.#steps) {
      const fitting = open.filter(index => fits(branches[index] as BranchMatch))
      const most = Math.max(...fitting.map(index => branches[index]?.dimensions.size ?? 0))
      const [best, another] = fitting.filter(index => branches[index]?.dimensions.size === most)
      if (best !== undefined) return another === undefined ? best : undefined
    }
    return undefined
  }

  /** The exact id, the nearest parent, dimensions alone, the fallbacks with their parents, `otherwise`. */
  #stepsOf(audience: string): readonly ((branch: BranchMatch) => boolean)[] {
    const names = (id: string) => (branch: BranchMatch) =>
      !branch.otherwise && (branch.audiences?.includes(id) ?? false)
    const fallbacks = this.#audiences.get(audience)?.fallback ?? []
    return [
      ...this.#ancestry(audience).map(names),
      branch => !branch.otherwise && branch.audiences === undefined,
      ...fallbacks.flatMap(id => this.#ancestry(id)).map(names),
      branch => branch.otherwise,
    ]
  }

  #ancestry(id: string): readonly string[] {
    const line = [id]
    for (let at = this.#audiences.get(id)?.is; at !== undefined && !line.includes(at); ) {
      line.push(at)
      at = this.#audiences.get(at)?.is
    }
    return line
  }

  #findCalled(): ReadonlySet<string> {
    const called = new Set<string>()
    for (let before = -1; before !== called.size; ) {
      before = called.size
      for (const {node, guard} of this.sources.calls) {
        const isSeen = this.permits(guard) && guard.notes.every(note => called.has(note))
        if (isSeen && node.type === 'footnoteReference') called.add(node.identifier)
      }
    }
    return called
  }
}
