import type {Nodes} from 'mdast'
import type {Report} from '../messages/reporter.ts'

/** Finds ids that two elements of one variant share: a link to them would lead to the first only. */
export class AnchorCheck {
  readonly #seen = new Map<string, Nodes>()
  readonly #report: Report
  readonly #audience: string

  constructor(report: Report, audience: string) {
    this.#report = report
    this.#audience = audience
  }

  add(node: Nodes, id: string): void {
    const first = this.#seen.get(id)
    if (first === undefined) {
      this.#seen.set(id, node)
      return
    }
    const {file} = first.data ?? {}
    const line = first.position?.start.line ?? 1
    const where = file === undefined ? `line ${line}` : `line ${line} of \`${file}\``
    const detail = `The id \`${id}\` stands here and in ${where}`
    this.#report('anchor-duplicate', {place: node, actual: id, detail, audiences: [this.#audience]})
  }
}
