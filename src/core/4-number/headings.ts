import type {Heading} from 'mdast'
import {plainText, type TocEntry} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'

interface OpenHeading extends TocEntry {
  readonly children: OpenHeading[]
}

/** Builds the contents list, nested by rank, and reports ranks that are skipped on the way down. */
export class HeadingOutline {
  readonly toc: OpenHeading[] = []
  readonly #open: OpenHeading[] = []
  readonly #report: Report
  readonly #audience: string
  /** Rank of the heading above. The first one may be of rank 1 or 2: the page may print the title. */
  #above = 1

  constructor(report: Report, audience: string) {
    this.#report = report
    this.#audience = audience
  }

  add(node: Heading): void {
    this.#checkRank(node)
    const id = node.data?.id
    if (id === undefined) return
    const text = plainText(node.children).replace(/\s+/g, ' ').trim()
    const entry: OpenHeading = {id, text, depth: node.depth, children: []}
    while ((this.#open.at(-1)?.depth ?? 0) >= node.depth) this.#open.pop()
    const siblings = this.#open.at(-1)?.children ?? this.toc
    siblings.push(entry)
    this.#open.push(entry)
  }

  #checkRank(node: Heading): void {
    if (node.depth > this.#above + 1) {
      const detail = `A heading of level ${node.depth} follows one of level ${this.#above}`
      const audiences = [this.#audience]
      this.#report('heading-level-skipped', {place: node, actual: String(node.depth), detail, audiences})
    }
    this.#above = node.depth
  }
}
