import type {Format} from '../../../internal.ts'

/** One variant of a page. */
export interface VariantTarget {
  readonly kind: 'variant'
  /** Through which address: the way to the other audiences is another one. */
  readonly face: 'api' | 'site'
  readonly slug: string
  readonly audience: string
  readonly format: Format
  readonly page: boolean
  readonly citationStyle: string | undefined
  readonly dimensions: Readonly<Record<string, string>>
}

/** The page that asks for the reader's audience. */
export interface QuestionTarget {
  readonly kind: 'question'
  readonly slug: string
}

/** A file that belongs to no single page. */
export interface SiteTarget {
  readonly kind: 'site'
  readonly file: string
}

/** A file of the documentation's page. */
export interface AssetTarget {
  readonly kind: 'asset'
  readonly file: string
  /** The rule or kind of problem whose page it is. */
  readonly rule?: string
}

/** Something that can be prepared once and sent many times. */
export type Target = VariantTarget | QuestionTarget | SiteTarget | AssetTarget

/** Targets with the same key have the same answer. Only what was found to be declared becomes a target. */
export function keyOf(target: Target): string {
  if (target.kind === 'question') return JSON.stringify([target.kind, target.slug])
  if (target.kind === 'site' || target.kind === 'asset') return JSON.stringify([target.kind, target.file])
  const {kind, face, slug, audience, format, page, citationStyle, dimensions} = target
  const values = Object.entries(dimensions).sort(([left], [right]) => (left < right ? -1 : 1))
  return JSON.stringify([kind, face, slug, audience, format, page, citationStyle ?? null, values])
}

/** A file that a server brings along. */
export interface Asset {
  /** Media type. */
  readonly type: string
  /** Text, or bytes as they are sent. */
  readonly body: string | Uint8Array<ArrayBuffer>
}
