import type {Accepted} from './accepted.ts'
import {checkPage, type FreshPage, readabilityFor} from './check-page.ts'
import {loadProject, type Project, type ProjectOptions} from './load-project.ts'

/** Some pages for a worker thread. Paths go in and reports come out, never trees. */
export interface CheckChunk {
  readonly project: ProjectOptions
  readonly paths: readonly string[]
  readonly accepted: Accepted
}

/** A thread serves one check, so it opens its project once. */
let opened: Promise<Project> | undefined

export default async function checkChunk({
  project,
  paths,
  accepted,
}: CheckChunk): Promise<readonly FreshPage[]> {
  opened ??= loadProject(project)
  const open = await opened
  const checkReadability = await readabilityFor(open)
  return paths.map(path => checkPage(open, path, accepted, checkReadability))
}
