import {createRoute, type z} from '@hono/zod-openapi'
import type {DefineEndpoint} from '../endpoint.ts'
import {jsonContent, problemsOf} from '../responses.ts'
import {audiencesAnswer} from '../schemas.ts'
import {sendJson} from '../send-json.ts'

/** The choices: who a reader can be. */
export const audiences: DefineEndpoint = site => ({
  name: 'audiences',
  route: createRoute({
    method: 'get',
    path: '/v1/audiences',
    operationId: 'listAudiences',
    tags: ['Articles'],
    summary: 'The answers to “Which best describes you?”',
    responses: {
      200: {
        description: 'The choices, in the order of the configuration',
        content: jsonContent(audiencesAnswer),
      },
      ...problemsOf(),
    },
  }),
  answer: context => {
    const {settings} = site.config
    const {locale, defaultAudience, dimensions} = settings
    const answer: z.infer<typeof audiencesAnswer> = {
      question: settings.labels(locale).question,
      audiences: settings.audiences.ids.map(id => ({id, ...settings.audienceWords(id, locale)})),
      ...(defaultAudience !== undefined && {defaultAudience}),
      dimensions: [...dimensions.values()].map(({values, ...dimension}) => ({
        ...dimension,
        values: [...values],
      })),
    }
    return sendJson(context, site, answer)
  },
})
