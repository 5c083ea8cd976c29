import {
  type LibraryOptions,
  libraryOptions,
  openProjectLibrary,
  type ProjectLibrary,
} from '../../core/citations/library/project-library.ts'
import {resolveConfig} from '../../core/config/resolve-config.ts'
import type {ReadFile} from '../../core/language/index.ts'
import {refuseUnknown} from '../../core/messages/refuse-unknown.ts'
import {vocabularyOf} from './vocabulary.ts'

/**
 * Read the files that a configuration names (bibliography, glossary) once, for all pages that are compiled
 * with it.
 *
 * @param config A configuration, resolved or as written.
 * @param read Files by their path from the content root.
 * @param options Further readers of reference files; references and a glossary that stand in for those of the
 * files.
 * @returns The library, frozen, for the option `library` of `compile`.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function readLibrary(config: unknown, read: ReadFile, options: LibraryOptions = {}): ProjectLibrary {
  refuseUnknown(options, libraryOptions)
  const {settings} = resolveConfig(config)
  return openProjectLibrary(settings, vocabularyOf(settings.audiences).findMarkup, read, options)
}
