import type {RouteConfig} from '@hono/zod-openapi'
import type {Context} from 'hono'
import type {Env, ServedSite} from './site.ts'

/** One address of the server: what it says of itself and what it does. */
export interface Endpoint {
  /** A label of metrics. */
  readonly name: string
  /** Hono's pattern of the path, where it is another than that of `route`. */
  readonly pattern?: string
  readonly route: RouteConfig
  readonly answer: (context: Context<Env>) => Response | Promise<Response>
}

/** Makes an endpoint of a site. */
export type DefineEndpoint = (site: ServedSite) => Endpoint
