import {createRoute} from '@hono/zod-openapi'
import type {Context} from 'hono'
import type {DefineEndpoint} from '../endpoint.ts'
import {Problem} from '../problem.ts'
import {readBytes} from '../read-bytes.ts'
import {jsonContent, problemsOf} from '../responses.ts'
import {checkAnswer, checkBody, renderAnswer, renderBody} from '../schemas.ts'
import type {Env, ServedSite} from '../site.ts'
import type {SubmissionTask} from '../submission.ts'

/** Render a source that is not one of the project’s. */
export const submittedRender: DefineEndpoint = site => ({
  name: 'render',
  route: createRoute({
    method: 'post',
    path: '/v1/render',
    operationId: 'renderSource',
    tags: ['Sources'],
    summary: 'Render a source for one reader',
    description: 'Nothing is stored, and no file is read: what a source includes is missing.',
    request: {body: {content: jsonContent(renderBody), required: true}},
    responses: {
      200: {description: 'The variant', content: jsonContent(renderAnswer)},
      ...problemsOf(
        'bad-request',
        'invalid-body',
        'invalid-config',
        'unknown-value',
        'not-served',
        'body-too-large',
        'unsupported-media-type',
        'content-errors',
        'too-expensive',
        'overloaded',
      ),
    },
  }),
  answer: context => answerPost(context, site, 'render'),
})

/** All that is wrong with a source that is not one of the project’s. */
export const submittedCheck: DefineEndpoint = site => ({
  name: 'check',
  route: createRoute({
    method: 'post',
    path: '/v1/check',
    operationId: 'checkSource',
    tags: ['Sources'],
    summary: 'All diagnostics of a source, and who gets which wording',
    description: 'Errors of the source are the answer, not an error. Nothing is stored, and no file is read.',
    request: {body: {content: jsonContent(checkBody), required: true}},
    responses: {
      200: {description: 'What was found', content: jsonContent(checkAnswer)},
      ...problemsOf(
        'bad-request',
        'invalid-body',
        'invalid-config',
        'body-too-large',
        'unsupported-media-type',
        'too-expensive',
        'overloaded',
      ),
    },
  }),
  answer: context => answerPost(context, site, 'check'),
})

async function answerPost(
  context: Context<Env>,
  site: ServedSite,
  kind: SubmissionTask['kind'],
): Promise<Response> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    throw new Problem('unsupported-media-type', {
      detail: 'The body must be `application/json`.',
      allowed: ['application/json'],
    })
  const coding = context.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (coding !== 'identity')
    throw new Problem('unsupported-media-type', {
      detail: 'The body must have no content coding.',
      allowed: ['identity'],
      headers: {'Accept-Encoding': 'identity'}, // RFC 9110, 15.5.16
    })
  const body = await readBytes(context.req.raw, site.config.project.serve.bodyBytes)
  const outcome = await site.post({kind, body}, context.req.raw.signal)
  if ('problem' in outcome) throw new Problem(outcome.problem.kind, outcome.problem.details)
  return new Response(outcome.text, {
    headers: {'Content-Type': 'application/json', 'Cache-Control': 'no-store'},
  })
}
