import {type JsonMessage, messageToJson} from '../index.ts'
import {loadProject, type Project, type ProjectOptions} from './load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from './render-page.ts'

/** Some pages for a worker thread. Paths go in and texts come out, never trees. */
export interface Chunk {
  readonly project: ProjectOptions
  readonly paths: readonly string[]
  readonly options: PageOptions
}

/** A page as it crosses threads: messages are plain data. */
export type SentPage = Omit<RenderedPage, 'messages'> & {readonly messages: readonly JsonMessage[]}

/** A thread serves one build, so it opens its project once. */
let opened: Promise<Project> | undefined

export default async function renderChunk({project, paths, options}: Chunk): Promise<readonly SentPage[]> {
  opened ??= loadProject(project)
  const open = await opened
  return paths.map(path => {
    const page = renderPage(open, path, options)
    return {...page, messages: page.messages.map(messageToJson)}
  })
}
