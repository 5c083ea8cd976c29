import type {Context} from 'hono'
import type {ResolvedConfig} from '../../../internal.ts'
import type {Answers} from './answers.ts'
import type {Content} from './content.ts'
import type {SubmissionOutcome, SubmissionTask} from './submission.ts'
import type {Asset, Target} from './target.ts'

/** What is known of a request on its way. */
export interface Env {
  Variables: {
    requestId: string
    /** Name of the endpoint: a label of metrics. */
    endpoint: string
    /** A declared audience that was asked for. */
    audience: string | undefined
    /** Whether the answer was cached; absent where it is made for each request. */
    cached: boolean | undefined
  }
}

/** What endpoints answer from: made again when the configuration changes. */
export interface ServedSite {
  readonly config: ResolvedConfig
  readonly content: Content
  readonly answers: Answers
  /** Render or check a source that someone sent. */
  readonly post: (task: SubmissionTask, signal: AbortSignal) => Promise<SubmissionOutcome>
  /** Why nothing should be sent here at present. */
  readonly unready: () => string | undefined
  /** In the text format of Prometheus. */
  readonly metrics: (() => Promise<Asset>) | undefined
  /** Whether answers are only for those who know the token. */
  readonly isPrivate: boolean
  /** Headers that answers depend on besides `Accept` and `Accept-Encoding`. */
  readonly vary: readonly string[]
  /** The description of the interface. */
  readonly openapi: () => object
  /** A request with the same URL and headers has the same target. */
  readonly cache: (context: Context<Env>, target: Target, negotiated: boolean) => void
}
