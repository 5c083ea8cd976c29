import {stampOf} from '../cache/build-cache.ts'
import {packPage, pageKey} from '../cache/page-store.ts'
import {hashOf} from '../load/inputs.ts'
import {loadProject, type Project, type ProjectOptions} from '../load/load-project.ts'
import {type PageOptions, type RenderedPage, renderPage} from '../pages/render-page.ts'

/** One page for a process that serves a queue. */
export interface PageTask {
  /** How the worker opens the project. */
  readonly project: ProjectOptions
  /** Path of the page from the project’s folder. */
  readonly path: string
  /** Names the engine, all that every page depends on, and what is asked for, as the build has it. */
  readonly stamp: string
  /** Names that, the path and the source. */
  readonly key: string
  /** Audiences and formats. */
  readonly options: PageOptions
}

/**
 * A page as the cache stores it, its bytes in Base64; or why it was not made: the files here differ, or
 * rendering failed. Plain JSON, as it crosses processes.
 */
export type TaskDone =
  | {
      /** Name of the stored page. */
      readonly name: string
      /** Hashes of the files that the page is made of, as JSON. */
      readonly inputs: string
      /** The stored page, in Base64. */
      readonly page: string
    }
  | {
      /** How the files here differ from those of the build. */
      readonly refused: string
    }
  | {
      /** Why rendering failed. */
      readonly problem: string
    }

/** A process serves one project as a rule, and opens it again when what all pages depend on changes. */
let opened: WorkerProject | undefined

interface WorkerProject {
  /** Which project it is, as JSON. */
  readonly named: string
  readonly project: Project
  /** What names the engine and all that every page depends on, by what is asked for as JSON. */
  readonly stamps: Map<string, string | undefined>
}

/** Render a page, if the files that are here are those of the build. */
export default async function renderTask(task: PageTask): Promise<TaskDone> {
  if (opened === undefined || stampFor(task) !== task.stamp)
    opened = {
      named: JSON.stringify(task.project),
      project: await loadProject(task.project),
      stamps: new Map(),
    }
  if (stampFor(task) !== task.stamp) {
    return {
      refused:
        'Its configuration, bibliography or glossary is not that of the build, or its Parlance, Node or packages are not',
    }
  }
  const {project} = opened
  const {path, stamp, key, options} = task
  const source = project.bytes(path)
  if (pageKey(stamp, path, source && hashOf(source)) !== key)
    return {
      refused: source === undefined ? `It has no \`${path}\`` : `Its \`${path}\` is not that of the build`,
    }
  let page: RenderedPage
  try {
    page = renderCurrent(project, path, options)
  } catch (error) {
    return {problem: error instanceof Error ? error.message : String(error)}
  }
  const packed = packPage(page)
  if (packed === undefined) return {refused: `\`${path}\` is not in its project’s folder`}
  return {name: packed.name, inputs: packed.inputs, page: packed.page.toString('base64')}
}

function stampFor({project: named, options}: PageTask): string | undefined {
  if (opened?.named !== JSON.stringify(named)) return undefined
  const {project, stamps} = opened
  const asked = JSON.stringify(options)
  if (!stamps.has(asked)) stamps.set(asked, stampOf(project, options))
  return stamps.get(asked)
}

/**
 * What is known of pages that links lead to may be of earlier: then it is forgotten, and the page rendered
 * once more.
 */
function renderCurrent(project: Project, path: string, options: PageOptions): RenderedPage {
  const page = renderPage(project, path, options)
  const isCurrent = [...(page.inputs ?? [])].every(([file, hash]) => {
    const content = project.bytes(file)
    return (content && hashOf(content)) === hash
  })
  if (isCurrent) return page
  project.forget()
  return renderPage(project, path, options)
}
