import type {Project} from '../load/load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from '../pages/render-page.ts'
import {inThreads} from './in-threads.ts'
import type {RenderTask} from './render-worker.ts'

/**
 * Render pages, in the order of their paths whatever the number of threads.
 *
 * @param jobs Worker threads; with 1 all is done in this one.
 */
export async function* renderPages(
  project: Project,
  paths: readonly string[],
  options: PageOptions,
  jobs: number,
): AsyncGenerator<RenderedPage> {
  if (jobs > 1 && paths.length > 1) yield* renderInThreads(project, paths, options, jobs)
  else for (const path of paths) yield renderPage(project, path, options)
}

async function* renderInThreads(
  {root, configFile}: Project,
  paths: readonly string[],
  {audiences, formats}: PageOptions,
  jobs: number,
): AsyncGenerator<RenderedPage> {
  // plain data alone crosses threads
  const options = {...(audiences && {audiences}), ...(formats && {formats})}
  const project = {cwd: root, ...(configFile !== undefined && {config: configFile})}
  const taskOf = (path: string): RenderTask => ({project, path, options})
  yield* inThreads<RenderedPage>('./render-worker.js', paths, taskOf, jobs)
}
