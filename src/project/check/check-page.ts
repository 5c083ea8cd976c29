import {type Document, type JsonReport, type Message, reportToJson} from '../../internal.ts'
import type {Inputs} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {compileAnyPage} from '../pages/compile-page.ts'
import {type Accepted, staleGroups} from './accepted.ts'

/** What a check found of one page, as plain data. */
export interface CheckedPage extends JsonReport {
  /** Path of the source from the project's folder. */
  readonly path: string
  /** Kinds of readers that its works are numbered for, by name. */
  readonly readers: readonly string[]
}

/**
 * A page just checked, and what its report was made of; `undefined` where a file outside of the project was
 * read.
 */
export interface FreshPage {
  readonly page: CheckedPage
  readonly inputs: Inputs | undefined
}

/** Finds text that is too hard for its readers. */
export type CheckReadability = (document: Document) => readonly Message[]

/** Loaded where an audience of the project has a `readingGrade`: word lists are large. */
export async function readabilityFor({config}: Project): Promise<CheckReadability> {
  const isWanted = [...config.settings.audiences].some(({readingGrade}) => readingGrade !== undefined)
  return isWanted ? (await import('../../api/readability.ts')).checkReadability : () => []
}

/** Compile and check one page. */
export function checkPage(
  project: Project,
  path: string,
  accepted: Accepted,
  checkReadability: CheckReadability,
): FreshPage {
  const page = compileAnyPage(project, path, document => ({
    'variant-stale': staleGroups(document, path, accepted),
    readability: checkReadability(document),
  }))
  const readers = [...(page.citations[0]?.numbers.keys() ?? [])]
  return {page: {path, ...reportToJson(page), readers}, inputs: page.inputs}
}
