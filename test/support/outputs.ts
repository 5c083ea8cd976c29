import {compile, type Document, render} from '../../src/index.ts'
import {formatNames} from '../../src/internal.ts'
import {byEffort} from './effort.ts'
import {config, type Id, type Written} from './generate.ts'

/** How many generated pages a property looks at. */
export const numRuns = byEffort(100, 1_000, 10_000)

/** Time that a property may take, in milliseconds. */
export const timeout = 3_600_000

/** A generated page, compiled. */
export function compiled({source, files, references}: Written): Document {
  return compile(source, {config, path: 'page.md', slug: 'page', references, read: path => files.get(path)})
}

/** A whole page for one reader in every format. */
export function outputsFor(document: Document, audience: Id): readonly string[] {
  return formatNames.map(format => render(document, {audience, format, page: true, width: 0}).value)
}
