import {type JsonMessage, messageToJson} from '../../internal.ts'
import {loadProject, type Project, type ProjectOptions} from '../load/load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from './render-page.ts'

/** A page for a worker thread. Its path goes in and texts come out, never a tree. */
export interface RenderTask {
  readonly project: ProjectOptions
  readonly path: string
  readonly options: PageOptions
}

/** A page as it crosses threads: messages are plain data. */
export type SentPage = Omit<RenderedPage, 'messages'> & {readonly messages: readonly JsonMessage[]}

/** A thread serves one build, so it opens its project once. */
let opened: Promise<Project> | undefined

export default async function renderTask({project, path, options}: RenderTask): Promise<SentPage> {
  opened ??= loadProject(project)
  const page = renderPage(await opened, path, options)
  return {...page, messages: page.messages.map(messageToJson)}
}
