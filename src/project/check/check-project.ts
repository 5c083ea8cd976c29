import {type OptionNames, refuseUnknown} from '../../internal.ts'
import {inThreads, type Jobs, threadsFor} from '../build/in-threads.ts'
import {CheckCache} from '../cache/check-cache.ts'
import type {Project} from '../load/load-project.ts'
import {type Accepted, readAccepted} from './accepted.ts'
import {type CheckedPage, checkPage, type FreshPage, readabilityFor} from './check-page.ts'
import type {CheckTask} from './check-worker.ts'

/** Options of `checkProject`. */
export interface CheckProjectOptions {
  /** Worker threads; default: 1, all in this one. */
  readonly jobs?: Jobs
  /**
   * Absolute path of a file that reports are kept in, so that a page is checked again only where it changed.
   * Default: none.
   */
  readonly cache?: string
  /** Called after each page. Default: no call. */
  readonly onPage?: (done: number, total: number) => void
}

const checkOptions: OptionNames<CheckProjectOptions> = {jobs: true, cache: true, onPage: true}

/** What a check found of some pages. */
export interface CheckResult {
  /** In the order of the paths. */
  readonly pages: readonly CheckedPage[]
  /** How many of them have not changed since they were last checked. */
  readonly unchanged: number
}

/** From this many pages on threads are worth their start. */
const manyPages = 60

/**
 * Check pages, by their paths from the project's folder. The result is the same for any number of threads,
 * with a cache or without.
 *
 * @param project Of `loadProject`.
 * @param paths Default: all pages.
 * @param options Default: one thread, no cache.
 * @returns Messages and matrix of each page, in the order of the paths.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @example
 * import {checkProject, loadProject} from 'parlance-md/project'
 *
 * const project = await loadProject()
 * const result = await checkProject(project, await project.pages())
 */
export async function checkProject(
  project: Project,
  paths: readonly string[],
  options: CheckProjectOptions = {},
): Promise<CheckResult> {
  refuseUnknown(options, checkOptions)
  const {jobs = 1, cache: file, onPage} = options
  const accepted = readAccepted(project.root)
  const cache = file === undefined ? undefined : new CheckCache(project, accepted, file)
  const found = new Map<string, CheckedPage>()
  for (const path of paths) {
    const known = cache?.find(path)
    if (known !== undefined) found.set(path, known)
  }
  const unchanged = found.size
  if (unchanged > 0) onPage?.(unchanged, paths.length)
  const changed = paths.filter(path => !found.has(path))
  for await (const fresh of checkPages(
    project,
    changed,
    accepted,
    threadsFor(jobs, changed.length, manyPages),
  )) {
    cache?.keep(fresh)
    found.set(fresh.page.path, fresh.page)
    onPage?.(found.size, paths.length)
  }
  cache?.save([...(await project.pages()), ...paths])
  return {pages: paths.flatMap(path => found.get(path) ?? []), unchanged}
}

async function* checkPages(
  project: Project,
  paths: readonly string[],
  accepted: Accepted,
  jobs: number,
): AsyncGenerator<FreshPage> {
  if (jobs <= 1 || paths.length <= 1) {
    const checkReadability = await readabilityFor(project)
    for (const path of paths) {
      yield checkPage(project, path, accepted, checkReadability)
      await new Promise(resolve => setImmediate(resolve)) // a person may interrupt, and the bar be drawn
    }
    return
  }
  const {root: cwd, configFile: config} = project
  const source = {cwd, ...(config !== undefined && {config})}
  const taskOf = (path: string): CheckTask => {
    const recorded = accepted[path]
    return {project: source, path, accepted: recorded === undefined ? {} : {[path]: recorded}}
  }
  yield* inThreads<FreshPage>('./check-worker.js', paths, taskOf, jobs)
}
