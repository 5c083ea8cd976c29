import {
  ConfigError,
  check,
  compile,
  type Document,
  type LibraryOptions,
  messageToJson,
  type ProjectLibrary,
  type ResolvedConfig,
  readLibrary,
  render,
  reportToJson,
  resolveConfig,
} from '../../../internal.ts'
import {forReader} from './for-reader.ts'
import {Problem, type ProblemDetails, type ProblemKind} from './problem.ts'
import {readBody, readChoices} from './read-input.ts'
import {checkBody, choicesOf, renderBody} from './schemas.ts'

/** A source that someone sent: the JSON as it came. */
export interface SubmissionTask {
  /** What to do with the source. */
  readonly kind: 'render' | 'check'
  /** UTF-8. */
  readonly body: Uint8Array
}

/** What became of it, as plain data: the JSON of the answer, or a problem. */
export type SubmissionOutcome =
  | {
      /** JSON of the answer. */
      readonly text: string
    }
  | {
      /** Why there is no answer. */
      readonly problem: {
        /** Kind of problem, which names its page. */
        readonly kind: ProblemKind
        /** Fields of the problem, by RFC 9457. */
        readonly details: ProblemDetails
      }
    }

/** What posted sources are read with where they bring nothing of their own. */
export interface SubmissionBase {
  readonly config: ResolvedConfig
  /** Library of the project, with what stands in for parts of it. */
  readonly libraryWith: (given: LibraryOptions) => ProjectLibrary
}

/**
 * Render or check a posted source. It reads no files: what it includes is missing, so that no caller can read
 * a server's disk by asking for it.
 */
export function renderSubmitted({kind, body}: SubmissionTask, base: SubmissionBase): SubmissionOutcome {
  try {
    const answer = kind === 'render' ? renderPosted(body, base) : checkPosted(body, base)
    return {text: `${JSON.stringify(answer)}\n`}
  } catch (error) {
    if (error instanceof Problem) return {problem: {kind: error.kind, details: error.details}}
    throw error
  }
}

function renderPosted(body: Uint8Array, base: SubmissionBase): object {
  const {audience, format, page, width, draft, citationStyle, dimensions, ...posted} = readBody(
    renderBody,
    body,
  )
  const config = configOf(posted.config, base)
  const {citationStyle: style, ...reader} = readChoices(choicesOf(config), {
    ...dimensions,
    audience,
    ...(citationStyle !== undefined && {citationStyle}),
  })
  const document = compilePosted(posted, config, base)
  const rendering = forReader(() =>
    render(document, {
      ...reader,
      format,
      page,
      draft,
      ...(style !== undefined && {citationStyle: style}),
      ...(width !== undefined && {width}),
    }),
  )
  const messages = rendering.messages.map(messageToJson)
  const hasErrors = messages.some(({severity}) => severity === 'error')
  if (hasErrors && !draft)
    throw new Problem('content-errors', {
      detail: 'The source has errors, so nothing of it is shown.',
      messages,
    })
  const {value, citations, fallbacks, meta} = rendering
  return {value, messages, citations, fallbacks, meta}
}

function checkPosted(body: Uint8Array, base: SubmissionBase): object {
  const posted = readBody(checkBody, body)
  return reportToJson(check(compilePosted(posted, configOf(posted.config, base), base)))
}

interface Submission {
  readonly source: string
  readonly references?: readonly unknown[] | undefined
  readonly glossary?: Readonly<Record<string, unknown>> | undefined
  readonly config?: Readonly<Record<string, unknown>> | undefined
}

function compilePosted(
  {source, references, glossary, ...own}: Submission,
  config: ResolvedConfig,
  base: SubmissionBase,
): Document {
  const given = {...(references && {references}), ...(glossary && {glossary})}
  const library =
    own.config === undefined ? base.libraryWith(given) : readLibrary(config, () => undefined, given)
  return compile(source, {config, library, path: 'source.md'})
}

/** The configuration that a source brings, within the limits of the server's; else the server's. */
function configOf(given: Submission['config'], {config}: SubmissionBase): ResolvedConfig {
  if (given === undefined) return config
  const limits = Object.entries(config.settings.limits).map(([name, highest]) => {
    const wanted = isRecord(given.limits) ? given.limits[name] : undefined
    return [name, wanted === undefined || Number(wanted) > highest ? highest : wanted]
  })
  try {
    const asked = isRecord(given.limits) ? given.limits : {}
    return resolveConfig({...given, limits: {...asked, ...Object.fromEntries(limits)}})
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const errors = error.problems.map(({path, message}) => ({path, message}))
    throw new Problem('invalid-config', {detail: 'The configuration cannot be used.', errors})
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
