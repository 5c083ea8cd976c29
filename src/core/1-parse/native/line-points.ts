import type {Point} from 'unist'

/** Finds lines and columns in a text. */
export class LinePoints {
  readonly #starts: number[] = [0]
  /** Index of the line that was found last: the next one is mostly the same, or near. */
  #last = 0

  /** @param text Its lines end with a line feed. */
  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  at(offset: number): Point {
    const starts = this.#starts
    let line = this.#last
    if ((starts[line] ?? 0) > offset || (starts[line + 1] ?? Number.POSITIVE_INFINITY) <= offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      line = low
      this.#last = low
    }
    return {line: line + 1, column: offset - (starts[line] ?? 0) + 1, offset}
  }
}
