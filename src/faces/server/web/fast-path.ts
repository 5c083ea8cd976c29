import {LRUCache} from 'lru-cache'
import {type Answer, answerFrom} from './answer-from.ts'
import type {Answers} from './answers.ts'
import {type Coding, codingFor} from './negotiation.ts'
import {keyOf, type Target} from './target.ts'

/** Headers of a request by their names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** A request that was answered before. */
interface Known {
  readonly accept: string
  readonly acceptEncoding: string
  readonly key: string
  readonly coding: Coding
  readonly negotiated: boolean
  readonly endpoint: string
  readonly audience: string | undefined
}

/** An answer of the fast path, with what a log says of it. */
export interface FastAnswer extends Answer {
  /** Name of the endpoint. */
  readonly endpoint: string
  /** Audience that was asked for. */
  readonly audience: string | undefined
}

/**
 * What all requests that are remembered take. Characters of their addresses and headers, and as much as a
 * bare one costs.
 */
const maxMemory = 16 * 1024 * 1024
const bare = 256

/** Longer addresses and headers are rare, and not worth the memory. Characters. */
const longest = 1024

/** Of one address: browsers say few different things. */
const maxForms = 16

/**
 * Remembers what requests were for, so that the next one like it need not be understood again: most of what a
 * server gets is one of few addresses, from browsers that send the same headers.
 */
export class FastPath {
  /** By path with query. */
  readonly #known = new LRUCache<string, readonly Known[]>({maxSize: maxMemory, sizeCalculation: sizeOf})
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
    const accept = acceptOf(headers)
    const acceptEncoding = acceptEncodingOf(headers)
    if (path.length + accept.length + acceptEncoding.length > longest) return
    const known = this.#known.get(path) ?? []
    if (find(known, accept, acceptEncoding) !== undefined) return
    const coding = codingFor(textOf(headers['accept-encoding']))
    const form = {accept, acceptEncoding, key: keyOf(target), coding, ...about}
    this.#known.set(path, [...known.slice(1 - maxForms), form])
  }

  /** The answer to a request like an earlier one, where it is cached. */
  answer(method: 'GET' | 'HEAD', path: string, headers: RequestHeaders): FastAnswer | undefined {
    const forms = this.#known.get(path)
    const known = forms && find(forms, acceptOf(headers), acceptEncodingOf(headers))
    if (known === undefined) return undefined
    const {key, coding, negotiated, endpoint, audience} = known
    const prepared = this.#answers.peek(key, coding)
    if (prepared === undefined) return undefined
    const ifNoneMatch = textOf(headers['if-none-match'])
    const answer = answerFrom(prepared, {method, coding, negotiated, ifNoneMatch, vary: this.#vary})
    const {status, headers: sent, body} = answer
    return {status, headers: sent, body, endpoint, audience}
  }
}

/** All of a request that an answer can depend on beside its address, but for what the caller has already. */
function find(known: readonly Known[], accept: string, acceptEncoding: string): Known | undefined {
  for (const form of known) if (form.accept === accept && form.acceptEncoding === acceptEncoding) return form
  return undefined
}

function acceptOf({accept}: RequestHeaders): string {
  return textOf(accept) ?? '*/*'
}

function acceptEncodingOf(headers: RequestHeaders): string {
  return textOf(headers['accept-encoding']) ?? ''
}

function sizeOf(known: readonly Known[], path: string): number {
  return known.reduce(
    (sum, {accept, acceptEncoding, key}) => sum + bare + accept.length + acceptEncoding.length + key.length,
    bare + path.length,
  )
}

function textOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ')
}
