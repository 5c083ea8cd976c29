import type {Prepared} from './answers.ts'
import {type Coding, namesTag} from './negotiation.ts'

/** An answer as it goes out. */
export interface Answer {
  readonly status: 200 | 304
  /** Names and values in turn. */
  readonly headers: readonly string[]
  /** Absent in answers to `HEAD` and to those who have it already. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

export interface Asked {
  readonly method: 'GET' | 'HEAD'
  readonly coding: Coding
  /** Whether the format was chosen by `Accept`. */
  readonly negotiated: boolean
  readonly ifNoneMatch: string | undefined
  /** Headers that the answer depends on besides, such as `Origin`. */
  readonly vary: readonly string[]
}

/** Headers of answers that were sent before: they are the same each time. */
const known = new WeakMap<Prepared, Map<string, Answer>>()

/**
 * The answer for one caller.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3.3 (codings have tags of their own)
 */
export function answerFrom(prepared: Prepared, asked: Asked): Answer {
  const {method, coding, negotiated, ifNoneMatch, vary} = asked
  const body = prepared.coded.get(coding) ?? prepared.body
  const used = body === prepared.body ? 'identity' : coding
  const tag = used === 'identity' ? `"${prepared.hash}"` : `"${prepared.hash}-${used}"`
  const isKnown = ifNoneMatch !== undefined && namesTag(ifNoneMatch, tag)
  const form = `${used} ${negotiated} ${isKnown} ${method}`
  const forms = known.get(prepared) ?? new Map<string, Answer>()
  const ready = forms.get(form)
  if (ready !== undefined) return ready
  const varies = [...(negotiated ? ['Accept'] : []), 'Accept-Encoding', ...vary]
  const headers = prepared.headers.filter(([name]) => !isKnown || !entityOnly.has(name)).flat()
  headers.push('ETag', tag, 'Vary', varies.join(', '))
  if (!isKnown && used !== 'identity') headers.push('Content-Encoding', used)
  if (!isKnown) headers.push('Content-Length', String(body.length))
  const answer: Answer = {
    status: isKnown ? 304 : 200,
    headers,
    body: isKnown || method === 'HEAD' ? undefined : body,
  }
  known.set(prepared, forms.set(form, answer))
  return answer
}

/** Headers that an answer without the body need not repeat. */
const entityOnly = new Set([
  'Content-Type',
  'Content-Language',
  'Content-Security-Policy',
  'X-Frame-Options',
  'Link',
])
