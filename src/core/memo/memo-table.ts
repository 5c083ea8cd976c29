/** One thing that a result rests on; pure. */
export type Query<Subject, Answer = unknown> = (subject: Subject) => Answer

/**
 * The only way in which a memoized computation may read its subject: the answer becomes part of the key of
 * its result.
 *
 * @param knownBy The key of an answer where that is not the answer itself: answers with the same key are
 * interchangeable.
 */
export type Read<Subject> = <Answer>(
  question: Query<Subject, Answer>,
  knownBy?: (answer: Answer) => unknown,
) => Answer

/**
 * Results that are kept for one thing. When the table is full it is cleared, so that memory does not grow
 * with readers.
 */
const maxEntries = 64

interface Step<Subject, Result> {
  readonly question?: Query<Subject>
  readonly next?: Map<unknown, Step<Subject, Result>>
  readonly result?: Result
}

/**
 * Memoized results of one computation, by the answers that it queried: a tree of queries. A subject that
 * gives the same answers to the same queries in the same order gets the same result; it is not computed
 * again.
 *
 * Sound because the computation is a pure function of the answers: the next query follows from the answers so
 * far.
 *
 * @see Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte (2018), “verifying traces”
 */
export class MemoTable<Subject, Result> {
  #first: Step<Subject, Result> | undefined
  #size = 0

  /**
   * @param subject What is queried.
   * @param make Makes the result; called where no stored result matches the subject's answers.
   */
  get(subject: Subject, make: (ask: Read<Subject>) => Result): Result {
    let step = this.#first
    while (step?.question !== undefined) step = step.next?.get(step.question(subject))
    if (step !== undefined) return step.result as Result // a step without a question ends a trace
    const trace: {question: Query<Subject>; answer: unknown}[] = []
    const result = make((question, knownBy) => {
      const answer = question(subject)
      if (knownBy === undefined) trace.push({question, answer})
      else trace.push({question: of => knownBy(question(of)), answer: knownBy(answer)})
      return answer
    })
    this.#keep(trace, result)
    return result
  }

  #keep(trace: readonly {question: Query<Subject>; answer: unknown}[], result: Result): void {
    if (++this.#size > maxEntries) {
      this.#first = undefined
      this.#size = 1
    }
    const [start] = trace
    this.#first ??= start === undefined ? {result} : {question: start.question, next: new Map()}
    let step = this.#first
    for (const [index, {answer}] of trace.entries()) {
      const after = trace[index + 1]
      const known = step.next?.get(answer)
      const next = known ?? (after === undefined ? {result} : {question: after.question, next: new Map()})
      if (known === undefined) step.next?.set(answer, next)
      step = next
    }
  }
}
