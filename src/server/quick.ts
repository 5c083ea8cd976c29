import {LRUCache} from 'lru-cache'
import {type Answer, answerFrom} from './answer-from.ts'
import type {Answers} from './answers.ts'
import {type Coding, codingFor} from './negotiation.ts'
import {keyOf, type Target} from './target.ts'

/** Headers of a request by their names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request that was answered before. */
interface Known {
  readonly key: string
  readonly coding: Coding
  readonly negotiated: boolean
  readonly endpoint: string
  readonly audience: string | undefined
}

export interface QuickAnswer extends Answer {
  readonly endpoint: string
  readonly audience: string | undefined
}

/** Requests that are remembered. */
const mostRequests = 20_000

/** Longer addresses and headers are rare, and not worth the memory. Characters. */
const longest = 1024

/**
 * Remembers what requests were for, so that the next one like it need not be understood again: most of what a server gets is
 * one of few addresses, from browsers that send the same headers.
 */
export class Quick {
  readonly #known = new LRUCache<string, Known>({max: mostRequests})
  readonly #answers: Answers
  readonly #vary: readonly string[]

  constructor(answers: Answers, vary: readonly string[]) {
    this.#answers = answers
    this.#vary = vary
  }

  /** @param path With its query. */
  remember(
    path: string,
    headers: RequestHeaders,
    target: Target,
    about: Pick<Known, 'negotiated' | 'endpoint' | 'audience'>,
  ): void {
    const form = formOf(path, headers)
    if (form.length > longest || this.#known.has(form)) return
    const coding = codingFor(textOf(headers['accept-encoding']))
    this.#known.set(form, {key: keyOf(target), coding, ...about})
  }

  /** The answer to a request like an earlier one, where it is at hand. */
  answer(method: 'GET' | 'HEAD', path: string, headers: RequestHeaders): QuickAnswer | undefined {
    const known = this.#known.get(formOf(path, headers))
    if (known === undefined) return undefined
    const {key, coding, negotiated, endpoint, audience} = known
    const prepared = this.#answers.peek(key, coding)
    if (prepared === undefined) return undefined
    const ifNoneMatch = textOf(headers['if-none-match'])
    const answer = answerFrom(prepared, {method, coding, negotiated, ifNoneMatch, vary: this.#vary})
    return {...answer, endpoint, audience}
  }
}

/** All of a request that an answer can depend on, but for what the caller has already. */
function formOf(path: string, headers: RequestHeaders): string {
  return `${path}\n${textOf(headers.accept) ?? '*/*'}\n${textOf(headers['accept-encoding']) ?? ''}`
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}
