import {resolve} from 'node:path'
import {ConfigError, type Format, type OptionNames, refuseUnknown} from '../../internal.ts'
import {ContentError, messageLines, type PageVariants, ProjectVariants} from '../../project/index.ts'
import type {EleventyConfig} from './eleventy-config.ts'
import {extension, type TemplateOptions, templatesOf} from './templates.ts'
import {globsOf} from './watched-files.ts'

/** Options of the plugin. */
export interface EleventyOptions extends TemplateOptions {
  /** Folder of the project, from the one that Eleventy runs in; default: that one. */
  readonly cwd?: string
  /** Configuration file of Parlance; default: `parlance.config.*` in the folder. */
  readonly config?: string
  /** Default: every audience that a page serves. Needs a `layout`: our own pages lead to all of them. */
  readonly audiences?: readonly string[]
  /** Default: `html`. */
  readonly formats?: readonly Format[]
}

const eleventyOptions: OptionNames<EleventyOptions> = {
  layout: true,
  questionLayout: true,
  question: true,
  prefix: true,
  cwd: true,
  config: true,
  audiences: true,
  formats: true,
}

/** A project while Eleventy runs: it reads its configuration again after each change of a source. */
interface OpenedVariants {
  readonly project: ProjectVariants
  /** Pages of which warnings were reported. */
  readonly reported: WeakSet<PageVariants>
}

/** By options; Eleventy calls the plugin with a configuration that remembers nothing. */
const opened = new Map<string, OpenedVariants>()

/**
 * A plugin for Eleventy 3: makes a page for each page and audience of a project. Author's text is not run
 * through any template language. A page with errors fails the build before anything is written.
 *
 * @param eleventyConfig Of Eleventy.
 * @param options Default: the project in the current folder.
 * @throws {RangeError} For an unknown option, audience or format.
 * @example
 * import {type EleventyConfig, parlancePlugin} from 'parlance-md/eleventy'
 *
 * export default async (eleventyConfig: EleventyConfig): Promise<void> =>
 *   parlancePlugin(eleventyConfig, {layout: 'article.njk'})
 */
export async function parlancePlugin(
  eleventyConfig: EleventyConfig,
  options: EleventyOptions = {},
): Promise<void> {
  eleventyConfig.versionCheck('>=3.0.0')
  refuseUnknown(options, eleventyOptions)
  const {layout, formats = ['html'], audiences} = options
  if (audiences !== undefined && layout === undefined && formats.includes('html'))
    throw new RangeError('`audiences` needs a `layout`: whole pages of Parlance lead to every audience')
  const {project, reported, problem} = await open(options)
  eleventyConfig.addTemplateFormats(extension)
  eleventyConfig.addExtension(extension, {
    outputFileExtension: 'html',
    useJavaScriptImport: true,
    getData: false,
    compile: content => () => content,
    compileOptions: {cache: false, permalink: 'raw'},
  })
  const {sources, watched} = globsOf(project)
  for (const glob of sources) eleventyConfig.ignores.add(glob)
  for (const target of watched) eleventyConfig.addWatchTarget(target, {resetConfig: true})
  for (const page of project.pages)
    for (const {path, content, data} of templatesOf(page, options))
      eleventyConfig.addTemplate(path, content, data)
  // Thrown here, an error fails a build and is shown by a server, which goes on.
  eleventyConfig.on('eleventy.before', () => {
    if (problem !== undefined) throw problem
    for (const page of project.pages) if (!reported.has(page)) warn(page)
    for (const page of project.pages) reported.add(page)
    // Our own stack says nothing to an author.
    if (project.errors.length > 0)
      throw Object.assign(new ContentError(project.errors), {skipOriginalStack: true})
  })
}

/**
 * @returns The project as it is now; as it was, with what is wrong, while its configuration cannot be used.
 */
async function open(options: EleventyOptions): Promise<OpenedVariants & {readonly problem?: ConfigError}> {
  const {cwd = '.', config, audiences, formats, layout} = options
  const root = resolve(cwd)
  const key = JSON.stringify([root, config, audiences, formats, layout !== undefined])
  const known = opened.get(key)
  if (known === undefined) {
    const project = await ProjectVariants.open({
      cwd: root,
      page: layout === undefined,
      ...(config !== undefined && {config}),
      ...(audiences && {audiences}),
      ...(formats && {formats}),
    })
    const first = {project, reported: new WeakSet<PageVariants>()}
    opened.set(key, first)
    return first
  }
  try {
    await known.project.refresh()
    return known
  } catch (error) {
    if (error instanceof ConfigError) return {...known, problem: error}
    throw error
  }
}

function warn({messages}: PageVariants): void {
  const warnings = messages.filter(message => message.severity === 'warning')
  if (warnings.length > 0) console.warn(messageLines(warnings))
}
