import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Fallback, Format} from '../index.ts'
import type {SitePage} from './site-files.ts'

/** One file that a build made of a page. */
export interface ManifestOutput {
  /** Path below the output folder, with `/`. */
  readonly file: string
  /** Path of the page's source from the project's folder. */
  readonly source: string
  /** Absent on the page that asks which audience a reader is of. */
  readonly audience?: string
  readonly format: Format
  readonly bytes: number
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
  /** Cited works in order of number. */
  readonly citations: readonly {readonly key: string; readonly number: number}[]
  readonly fallbacks: readonly Fallback[]
}

/** What stands in an output folder; no times, so that the same content gives the same bytes. */
export interface Manifest {
  readonly version: 1
  readonly outputs: readonly ManifestOutput[]
  /** Numbers across variants: source, then key, then audience; made from the outputs. */
  readonly citations?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>
  /** What the site's lists say of each page, by source. */
  readonly pages: Readonly<Record<string, SitePage>>
  /** Files that belong to no single page. */
  readonly site: readonly string[]
}

export const manifestName = 'manifest.json'

/** The manifest of an output folder; an empty one where there is none, or none that can be read. */
export async function readManifest(out: string): Promise<Manifest> {
  const empty: Manifest = {version: 1, outputs: [], pages: {}, site: []}
  try {
    const manifest: unknown = JSON.parse(await readFile(join(out, manifestName), 'utf8'))
    return isManifest(manifest) ? manifest : empty
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return empty
    throw error
  }
}

function isManifest(value: unknown): value is Manifest {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('outputs' in value) ||
    !('site' in value) ||
    !('pages' in value)
  )
    return false
  const {outputs, pages, site} = value
  const named = (output: unknown): boolean =>
    typeof output === 'object' && output !== null && 'file' in output && typeof output.file === 'string'
  return (
    Array.isArray(outputs) &&
    typeof pages === 'object' &&
    pages !== null &&
    outputs.every(named) &&
    Array.isArray(site) &&
    site.every(file => typeof file === 'string')
  )
}

export function manifestText(manifest: Manifest): string {
  const byFile = (left: ManifestOutput, right: ManifestOutput): number => (left.file < right.file ? -1 : 1)
  const outputs = [...manifest.outputs].sort(byFile)
  const {version, site} = manifest
  const pages = Object.fromEntries(
    Object.entries(manifest.pages).sort(([left], [right]) => (left < right ? -1 : 1)),
  )
  return `${JSON.stringify({version, outputs, citations: numbersOf(outputs), pages, site: [...site].sort()}, null, 2)}\n`
}

function numbersOf(outputs: readonly ManifestOutput[]): Manifest['citations'] {
  const pages = new Map<string, Map<string, Map<string, number>>>()
  for (const {source, audience, citations} of outputs) {
    if (audience === undefined) continue
    for (const {key, number} of citations) {
      const page = pages.get(source) ?? new Map<string, Map<string, number>>()
      pages.set(source, page.set(key, (page.get(key) ?? new Map<string, number>()).set(audience, number)))
    }
  }
  return Object.fromEntries(
    [...pages].map(([source, page]) => [
      source,
      Object.fromEntries([...page].map(([key, numbers]) => [key, Object.fromEntries(numbers)])),
    ]),
  )
}
