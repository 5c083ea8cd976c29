import {type CheckOptions, type CheckReport, check, type Document} from '../../internal.ts'
import type {Inputs} from '../load/inputs.ts'
import type {Project, TracedDocument} from '../load/load-project.ts'

/**
 * A page of a project, compiled and checked for all its readers: whatever is made of a page is made of this.
 */
export interface CompiledPage extends CheckReport {
  /** Path of the source from the project's folder. */
  readonly path: string
  /** The compiled page. */
  readonly document: Document
  /** Whether no message is an error: no reader gets a page with errors. */
  readonly sound: boolean
  /**
   * Files that it is made of, besides those that every page depends on; `undefined` where one outside of the
   * project was read.
   */
  readonly inputs: Inputs | undefined
}

/** What a project looks into besides what `check` does. */
export type FindFurther = (document: Document) => CheckOptions['further']

/**
 * Compile and check a page; `undefined` where the project has no such file.
 *
 * @param project Of `loadProject`.
 * @param path Path of the page from the project’s folder.
 * @param further Finds further messages in the compiled page.
 */
export function compilePage(
  project: Project,
  path: string,
  further?: FindFurther,
): (CompiledPage & TracedDocument) | undefined {
  const traced = project.trace(path)
  return traced && checked(path, traced, further)
}

/**
 * The same for a file that may stand outside of the project, where a link or a path leads to one.
 *
 * @throws {Error} With a `code` where there is no such file.
 */
export function compileAnyPage(project: Project, path: string, further?: FindFurther): CompiledPage {
  const page = compilePage(project, path, further)
  return page ?? checked(path, {document: project.compile(path), inputs: undefined}, further)
}

function checked<Compiled extends Pick<CompiledPage, 'document' | 'inputs'>>(
  path: string,
  compiled: Compiled,
  further: FindFurther = () => undefined,
) {
  const found = further(compiled.document)
  const report = check(compiled.document, {...(found && {further: found})})
  return {...compiled, ...report, path, sound: report.messages.every(({fatal}) => fatal !== true)}
}
