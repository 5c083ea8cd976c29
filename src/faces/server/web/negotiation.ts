import Negotiator from 'negotiator'
import {type Format, formatNames, formats} from '../../../internal.ts'

/** Formats by media type, the preferred one first. */
const formatByType = new Map(formatNames.map(format => [formats[format].mediaType, format]))

/** Content codings that answers are prepared in, besides none; the preferred one first. */
export const codings = ['br', 'gzip'] as const

export type Coding = (typeof codings)[number] | 'identity'

/**
 * The format that a caller likes best; `undefined` where it accepts none.
 *
 * @param accept The header; absent, everything is acceptable.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function formatFor(accept: string | undefined): Format | undefined {
  const type = new Negotiator({headers: {accept}}).mediaType([...formatByType.keys()])
  return type === undefined ? undefined : formatByType.get(type)
}

/**
 * The coding that a caller likes best; without the header none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function codingFor(acceptEncoding: string | undefined): Coding {
  if (acceptEncoding === undefined) return 'identity'
  const negotiator = new Negotiator({headers: {'accept-encoding': acceptEncoding}}) as Preferring
  const available: readonly Coding[] = [...codings, 'identity']
  const [best] = negotiator.encodings(available, {preferred: codings})
  return available.find(coding => coding === best) ?? 'identity'
}

/**
 * What version 1 takes, and its types of version 0.6 do not know: which of equally liked codings is the best.
 */
interface Preferring {
  encodings(available: readonly string[], options: {readonly preferred: readonly string[]}): readonly string[]
}

/**
 * Whether an `If-None-Match` names an entity tag; compared weakly, as for `GET`.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function namesTag(ifNoneMatch: string, tag: string): boolean {
  if (ifNoneMatch === tag || ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some(candidate => candidate.trim().replace(/^W\//, '') === tag)
}
