import type {Prepared} from './answers.ts'
import {type Coding, namesTag} from './negotiation.ts'

/** An answer as it goes out. */
export interface Answer {
  /** 200, or 304 for a caller who has the answer already. */
  readonly status: 200 | 304
  /** Names and values in turn. */
  readonly headers: readonly string[]
  /** Absent in answers to `HEAD` and to those who have it already. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

export interface AnswerRequest {
  readonly method: 'GET' | 'HEAD'
  readonly coding: Coding
  /** Whether the format was chosen by `Accept`. */
  readonly negotiated: boolean
  readonly ifNoneMatch: string | undefined
  /** Headers that the answer depends on besides, such as `Origin`. */
  readonly vary: readonly string[]
}

/** Answers that were sent before, and tags: they are the same each time. */
interface Sent {
  readonly tags: Map<Coding, string>
  /** By `formOf`. */
  readonly answers: (Answer | undefined)[]
}

const sent = new WeakMap<Prepared, Sent>()

/**
 * The answer for one caller.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3 (codings have tags of their own)
 */
export function answerFrom(prepared: Prepared, asked: AnswerRequest): Answer {
  const {coding, ifNoneMatch} = asked
  const body = prepared.coded.get(coding) ?? prepared.body
  const used = body === prepared.body ? 'identity' : coding
  let known = sent.get(prepared)
  if (known === undefined) {
    known = {tags: new Map(), answers: []}
    sent.set(prepared, known)
  }
  let tag = known.tags.get(used)
  if (tag === undefined) {
    tag = used === 'identity' ? `"${prepared.hash}"` : `"${prepared.hash}-${used}"`
    known.tags.set(used, tag)
  }
  const isKnown = ifNoneMatch !== undefined && namesTag(ifNoneMatch, tag)
  const form = formOf(asked, used, isKnown)
  const ready = known.answers[form]
  if (ready !== undefined) return ready
  const answer = makeAnswer(prepared, asked, used, tag, isKnown)
  known.answers[form] = answer
  return answer
}

/** All that answers from the same bytes differ in, as a small number: numbers are found faster than texts. */
function formOf({method, negotiated}: AnswerRequest, used: Coding, isKnown: boolean): number {
  const coding = used === 'identity' ? 0 : used === 'br' ? 1 : 2
  return coding * 8 + (negotiated ? 4 : 0) + (isKnown ? 2 : 0) + (method === 'HEAD' ? 1 : 0)
}

function makeAnswer(
  prepared: Prepared,
  {method, negotiated, vary}: AnswerRequest,
  used: Coding,
  tag: string,
  isKnown: boolean,
): Answer {
  const body = prepared.coded.get(used) ?? prepared.body
  const varies = [...(negotiated ? ['Accept'] : []), 'Accept-Encoding', ...vary]
  const headers = prepared.headers.filter(([name]) => !isKnown || !entityOnly.has(name)).flat()
  headers.push('ETag', tag, 'Vary', varies.join(', '))
  if (!isKnown && used !== 'identity') headers.push('Content-Encoding', used)
  if (!isKnown) headers.push('Content-Length', String(body.length))
  return {
    status: isKnown ? 304 : 200,
    headers,
    body: isKnown || method === 'HEAD' ? undefined : body,
  }
}

/** Headers that an answer without the body need not repeat. */
const entityOnly = new Set([
  'Content-Type',
  'Content-Language',
  'Content-Security-Policy',
  'X-Frame-Options',
  'Link',
])
