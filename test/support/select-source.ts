import type {CompileOptions} from '../../src/api/compile/compile-options.ts'
import {compile} from '../../src/api/compile.ts'
import {select} from '../../src/core/3-select/select.ts'
import {Cache, type Document, type Selection} from '../../src/core/language/index.ts'

/** Who reads, and what the source is compiled with. */
export interface Reading extends CompileOptions {
  readonly who?: string
  readonly where?: Readonly<Record<string, string>>
}

/** What one reader gets of a source: a patient, where a test names none. */
export function selectSource(source: string, {who, where, ...options}: Reading = {}): Selection {
  return selectFor(compile(source, options), who, where)
}

export function selectFor(document: Document, audience = 'patient', where: Reading['where'] = {}): Selection {
  return select(document, {audience, dimensions: new Map(Object.entries(where))})
}

/** The same document with a memory that keeps nothing. */
export const forgetful = (document: Document): Document => ({...document, cache: new Cache(0)})
