import {loadProject, type Project, type ProjectOptions} from '../load/load-project.ts'
import type {Accepted} from './accepted.ts'
import {checkPage, type FreshPage, readabilityFor} from './check-page.ts'

/** A page for a worker thread. Its path goes in and a report comes out, never a tree. */
export interface CheckTask {
  readonly project: ProjectOptions
  readonly path: string
  readonly accepted: Accepted
}

/** A thread serves one check, so it opens its project once. */
let opened: Promise<Project> | undefined

export default async function checkTask({project, path, accepted}: CheckTask): Promise<FreshPage> {
  opened ??= loadProject(project)
  const open = await opened
  return checkPage(open, path, accepted, await readabilityFor(open))
}
