import type {DefineEndpoint} from '../endpoint.ts'
import {articles} from './articles.ts'
import {audiences} from './audiences.ts'
import {docs, openapi, ruleDocs} from './documentation.ts'
import {pages} from './pages.ts'
import {health, metrics, readiness} from './status.ts'
import {submittedCheck, submittedRender} from './submissions.ts'
import {variant} from './variant.ts'

/** THE table of endpoints; the last one takes what no other does. */
export const endpoints: readonly DefineEndpoint[] = [
  audiences,
  articles,
  variant,
  submittedRender,
  submittedCheck,
  openapi,
  docs,
  ruleDocs,
  health,
  readiness,
  metrics,
  pages,
]
