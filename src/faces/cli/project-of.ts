import {loadProject, type Project} from '../../project/index.ts'
import type {GlobalOptions} from './options.ts'

/** Open the project that the command line names: the further options of a command are none of the project's. */
export function projectOf({cwd, config}: GlobalOptions): Promise<Project> {
  return loadProject({cwd, ...(config !== undefined && {config})})
}
