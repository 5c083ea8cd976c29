import {ConfigError} from '../../internal.ts'
import {serialQueue} from '../build/serial-queue.ts'
import {loadProject, type Project, type ProjectOptions} from './load-project.ts'

/**
 * A project that is being written: its files change all the time, and so may its configuration, which may be
 * broken for a while. Pages are known by the path of their source, so that they can be looked at whatever
 * their front matter says.
 */
export class OpenProject {
  /** As it was when its configuration could be used last; absent: never yet. */
  project: Project | undefined
  /** Why the configuration cannot be used at present. */
  problem: ConfigError | undefined
  /** Rises when anything may have changed. */
  generation = 0
  readonly #queue = serialQueue()
  readonly #options: ProjectOptions

  private constructor(options: ProjectOptions) {
    this.#options = options
  }

  /** Open a project. A configuration that cannot be used is a `problem`, not an exception. */
  static async open(options: ProjectOptions = {}): Promise<OpenProject> {
    const open = new OpenProject(options)
    await open.refresh()
    return open
  }

  /**
   * Take over what changed.
   *
   * @param paths Files that changed, from the project's folder; none: look at everything.
   */
  refresh(paths: readonly string[] = []): Promise<void> {
    return this.#queue(() => this.#refresh(paths))
  }

  async #refresh(paths: readonly string[]): Promise<void> {
    const {project, problem} = this
    if (project === undefined || problem !== undefined || paths.length === 0 || isShared(project, paths))
      await this.#reopen()
    else project.forget()
    this.generation++
  }

  async #reopen(): Promise<void> {
    try {
      this.project = await loadProject(this.#options)
      this.problem = undefined
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      this.problem = error
    }
  }
}

/**
 * Whether files belong to the project as a whole: configuration, references, glossary, or a format with a
 * reader of its own.
 */
function isShared({inputs}: Project, paths: readonly string[]): boolean {
  return paths.some(path => inputs.has(path) || /\.bib$/i.test(path))
}
