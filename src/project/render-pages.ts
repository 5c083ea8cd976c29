import {fileURLToPath} from 'node:url'
import {Tinypool} from 'tinypool'
import {messageFromJson} from '../index.ts'
import type {Project} from './load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from './render-page.ts'
import type {Chunk, SentPage} from './render-worker.ts'

/** Pages that a thread gets at a time: enough to be worth the way, few enough to keep little in memory. */
const chunkSize = 8

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
  if (jobs > 1 && paths.length > chunkSize) yield* renderInThreads(project, paths, options, jobs)
  else for (const path of paths) yield renderPage(project, path, options)
}

async function* renderInThreads(
  {root, configFile}: Project,
  paths: readonly string[],
  {audiences, formats}: PageOptions,
  jobs: number,
): AsyncGenerator<RenderedPage> {
  const options = {...(audiences && {audiences}), ...(formats && {formats})} // plain data alone crosses threads
  const filename = fileURLToPath(new URL('./render-worker.js', import.meta.url))
  const pool = new Tinypool({filename, minThreads: 1, maxThreads: jobs})
  const source = {cwd: root, ...(configFile !== undefined && {config: configFile})}
  const send = (start: number): Promise<readonly SentPage[]> => {
    const chunk: Chunk = {project: source, paths: paths.slice(start, start + chunkSize), options}
    const pages = pool.run(chunk) as Promise<readonly SentPage[]> // what the worker's one function gives
    pages.catch(() => undefined) // it is awaited when its turn comes, and thrown then
    return pages
  }
  try {
    const running: Promise<readonly SentPage[]>[] = []
    let next = 0
    while (next < paths.length || running.length > 0) {
      for (; running.length < jobs * 2 && next < paths.length; next += chunkSize) running.push(send(next))
      for (const page of (await running.shift()) ?? []) {
        yield {...page, messages: page.messages.map(messageFromJson)}
      }
    }
  } finally {
    await pool.destroy()
  }
}
