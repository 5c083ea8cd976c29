/**
 * What is used of Eleventy's configuration; it has no types of its own.
 *
 * @see https://www.11ty.dev/docs/config/
 */
export interface EleventyConfig {
  /** Files that are no templates, by globs from the folder that Eleventy runs in. */
  readonly ignores: {
    /** Leave a glob of files to others. */
    readonly add: (glob: string) => unknown
  }
  /** @throws Where this is another version of Eleventy. */
  readonly versionCheck: (range: string) => void
  /** Take over a template format. */
  readonly addExtension: (extension: string, options: EleventyExtension) => void
  /** Have files of these endings processed. */
  readonly addTemplateFormats: (formats: string) => void
  /** Add a page that no file holds. */
  readonly addTemplate: (path: string, content: string, data: Readonly<Record<string, unknown>>) => void
  /** Build again when a file changes. */
  readonly addWatchTarget: (target: string, options: {readonly resetConfig: boolean}) => void
  /** Call a function before or after each build. */
  readonly on: (event: 'eleventy.before', listener: () => void) => unknown
}

/** @see https://www.11ty.dev/docs/languages/custom/ */
interface EleventyExtension {
  readonly outputFileExtension: string
  /** Whether contents have no front matter that Eleventy would read. */
  readonly useJavaScriptImport: boolean
  readonly getData: boolean
  readonly compile: (content: string) => () => string
  readonly compileOptions: {readonly cache: boolean; readonly permalink: 'raw'}
}
