/** One thing that a result rests on; pure. */
export type Query<Subject, Answer = unknown> = (subject: Subject) => Answer

/**
 * The only way in which what is remembered may look at its subject: what was answered is part of what it is known by.
 *
 * @param knownBy What an answer is known by where that is not the answer itself: those with the same can stand for each other.
 */
export type Read<Subject> = <Answer>(
  question: Query<Subject, Answer>,
  knownBy?: (answer: Answer) => unknown,
) => Answer

/** Results that are kept for one thing. Beyond that all of them are made anew, so that no number of readers fills the memory. */
const maxEntries = 64

interface Step<Subject, Result> {
  readonly question?: Query<Subject>
  readonly next?: Map<unknown, Step<Subject, Result>>
  readonly result?: Result
}

/**
 * What was made of one thing, by the answers that making it asked for: a tree of questions. Who gives the same answers to the
 * same questions, one after another, gets the same result, without its being made again.
 *
 * Sound because making is a pure function of the answers: the next question follows from the answers so far.
 *
 * @see Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte (2018), “verifying traces”
 */
export class MemoTable<Subject, Result> {
  #first: Step<Subject, Result> | undefined
  #size = 0

  /**
   * @param subject Whom the questions are put to.
   * @param make Makes the result; called where no known result goes with the subject's answers.
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
