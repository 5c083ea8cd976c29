import type {Context} from 'hono'
import {answerFrom} from './answer-from.ts'
import {codingFor} from './negotiation.ts'
import type {Env, ServedSite} from './site.ts'
import {keyOf, type Target} from './target.ts'

/**
 * Send what can be prepared.
 *
 * @param negotiated Whether the format was chosen by `Accept`.
 * @throws {Problem} For what there is not, or what has errors.
 */
export async function sendTarget(
  context: Context<Env>,
  site: ServedSite,
  target: Target,
  negotiated: boolean,
): Promise<Response> {
  const coding = codingFor(context.req.header('accept-encoding'))
  context.set('cached', site.answers.peek(keyOf(target), coding) !== undefined)
  const prepared = await site.answers.get(target, coding)
  site.cache(context, target, negotiated)
  const {status, headers, body} = answerFrom(prepared, {
    method: context.req.method === 'HEAD' ? 'HEAD' : 'GET',
    coding,
    negotiated,
    ifNoneMatch: context.req.header('if-none-match'),
    vary: site.vary,
  })
  const pairs = new Headers()
  for (let index = 0; index < headers.length; index += 2)
    pairs.append(headers[index] ?? '', headers[index + 1] ?? '')
  return new Response(body ?? null, {status, headers: pairs})
}
