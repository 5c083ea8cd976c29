import {loadProject, type Project, type ProjectOptions} from '../load/load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from '../pages/render-page.ts'

/** A page for a worker thread. Its path goes in and texts come out, never a tree. */
export interface RenderTask {
  readonly project: ProjectOptions
  readonly path: string
  readonly options: PageOptions
}

/** A thread serves one build, so it opens its project once. */
let opened: Promise<Project> | undefined

export default async function renderTask({project, path, options}: RenderTask): Promise<RenderedPage> {
  opened ??= loadProject(project)
  return renderPage(await opened, path, options)
}
