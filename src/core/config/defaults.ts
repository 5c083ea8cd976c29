import type {Audience, Limits} from '../language/index.ts'

/** The audiences of a project that declares none. */
export const defaultAudiences: readonly Audience[] = [
  {id: 'clinician', label: 'I am a healthcare professional', fallback: [], schemaType: 'Clinician'},
  {id: 'patient', label: 'I am a patient or caregiver', fallback: [], readingGrade: 8, schemaType: 'Patient'},
  {id: 'student', label: 'I am a student', fallback: ['clinician'], schemaType: 'EducationalAudience'},
]

export const defaultLimits: Limits = {
  sourceBytes: 512 * 1024,
  frontMatterBytes: 64 * 1024,
  frontMatterDepth: 16,
  frontMatterNodes: 10_000,
  includeDepth: 8,
  includes: 200,
  nesting: 100,
  inlineNesting: 100,
  lines: 40_000,
  paragraphLength: 100_000,
  inlineCost: 25_000_000,
  directives: 20_000,
  attributes: 100,
  tableColumns: 200,
  outputBytes: 16 * 1024 * 1024,
}

/** What the HTTP server does; described beside its keys in the schema. */
export interface ServeSettings {
  readonly stale: boolean
  /** Seconds. */
  readonly maxAge: number
  readonly staleWhileRevalidate: number
  /** Origins. */
  readonly cors: readonly string[]
  readonly cacheBytes: number
  readonly bodyBytes: number
  /** Absent: one less than there are cores. */
  readonly workers?: number
  readonly queue: number
  /** Milliseconds. */
  readonly timeout: number
  readonly heapMegabytes: number
}

export const defaultServe: ServeSettings = {
  stale: false,
  maxAge: 60,
  staleWhileRevalidate: 600,
  cors: [],
  cacheBytes: 128 * 1024 * 1024,
  bodyBytes: 1024 * 1024,
  queue: 32,
  timeout: 5000,
  heapMegabytes: 256,
}

/** The same object without the keys whose value is `undefined`. */
export function withoutUndefined<T extends object>(value: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(value).filter(([, below]) => below !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  } // just filtered
}
