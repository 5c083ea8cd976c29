import type {JsonMessage} from '../../../internal.ts'

/** Kinds of problem by the last part of their `type`. */
export const problems = {
  'bad-request': {status: 400, title: 'Bad request'},
  'unknown-parameter': {status: 400, title: 'Unknown parameter'},
  'unknown-value': {status: 400, title: 'Unknown value of a parameter'},
  'missing-parameter': {status: 400, title: 'Missing parameter'},
  'invalid-body': {status: 400, title: 'The body cannot be used'},
  'invalid-config': {status: 400, title: 'The configuration cannot be used'},
  unauthorized: {status: 401, title: 'Not authorized'},
  'not-found': {status: 404, title: 'Not found'},
  'not-served': {status: 404, title: 'Not served to this reader'},
  'method-not-allowed': {status: 405, title: 'Method not allowed'},
  'not-acceptable': {status: 406, title: 'Not acceptable'},
  'request-timeout': {status: 408, title: 'The request took too long'},
  'body-too-large': {status: 413, title: 'The body is too large'},
  'url-too-long': {status: 414, title: 'The URL is too long'},
  'unsupported-media-type': {status: 415, title: 'Unsupported media type'},
  'content-errors': {status: 422, title: 'The content has errors'},
  'too-expensive': {status: 422, title: 'The content takes too much'},
  'headers-too-large': {status: 431, title: 'The headers are too large'},
  'internal-error': {status: 500, title: 'Internal error'},
  overloaded: {status: 503, title: 'Overloaded'},
  unavailable: {status: 503, title: 'Not available at present'},
} as const

export type ProblemKind = keyof typeof problems

/** What a problem says beside its kind. */
export interface ProblemDetails {
  /** A sentence for the caller. */
  readonly detail: string
  /** What was allowed. */
  readonly allowed?: readonly string[]
  /** What is wrong with the content. */
  readonly messages?: readonly JsonMessage[]
  /** What is wrong with a body, by the path of the value. */
  readonly errors?: readonly {readonly path: string; readonly message: string}[]
  readonly headers?: Readonly<Record<string, string>>
}

/** Base of the `type` URIs: where the server explains them. */
const problemBase = '/docs/rules/'

/**
 * An answer that is an error.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly status: number
  readonly details: ProblemDetails

  constructor(kind: ProblemKind, details: ProblemDetails | string) {
    super(typeof details === 'string' ? details : details.detail)
    this.kind = kind
    this.status = problems[kind].status
    this.details = typeof details === 'string' ? {detail: details} : details
  }

  /** The members of the problem's object, without the headers of its answer. */
  toJSON(): object {
    const {headers: _, ...details} = this.details
    return {
      type: `${problemBase}${this.kind}`,
      title: problems[this.kind].title,
      status: this.status,
      ...details,
    }
  }

  toResponse(): Response {
    return new Response(`${JSON.stringify(this)}\n`, {
      status: this.status,
      headers: {
        'Content-Type': 'application/problem+json',
        'Cache-Control': 'no-store',
        ...this.details.headers,
      },
    })
  }
}
