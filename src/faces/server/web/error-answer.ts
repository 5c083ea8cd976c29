import type {Context} from 'hono'
import {HTTPException} from 'hono/http-exception'
import {serializeNotice} from '../../../internal.ts'
import type {Content} from './content.ts'
import {formatFor} from './negotiation.ts'
import {Problem} from './problem.ts'
import {contentSecurity} from './response-headers.ts'
import type {Env} from './site.ts'

/** Where an error leads: the content of the server, and its operator. */
export interface ErrorOptions {
  readonly content: Pick<Content, 'config'>
  /**
   * Called with what should not have happened; the caller gets only the id of the request. Default: no call.
   */
  readonly onError?: (error: unknown, requestId: string) => void
}

/** Statuses that readers may meet by following links. */
const shown: ReadonlySet<number> = new Set([404, 422, 500, 503])

/**
 * The answer to a caller after an error: a problem, or a page where a reader's browser asked for a page. What
 * should not have happened goes to the operator alone.
 */
export function errorAnswer(error: unknown, context: Context<Env>, options: ErrorOptions): Response {
  if (error instanceof HTTPException) return error.getResponse()
  const problem = problemOf(error, context, options)
  const isPage = context.get('endpoint') === 'pages' && formatFor(context.req.header('accept')) === 'html'
  if (!isPage || !shown.has(problem.status)) return problem.toResponse()
  const {settings} = options.content.config
  const html = serializeNotice(problem.status === 404 ? 'notFound' : 'unavailable', settings)
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    ...Object.fromEntries(contentSecurity(true)),
    ...problem.details.headers,
  }
  return new Response(html, {status: problem.status, headers})
}

function problemOf(error: unknown, context: Context<Env>, {onError}: ErrorOptions): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Error && error.name === 'ContentMissing')
    return new Problem('unavailable', {
      detail: 'The content cannot be read at present.',
      headers: {'Retry-After': '5'},
    })
  const id = context.get('requestId')
  onError?.(error, id)
  return new Problem('internal-error', `Something went wrong. The id of this request is \`${id}\`.`)
}
