import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {ConfigError, templateOf, templateProblem} from '../../internal.ts'

/**
 * A configuration as written, with what its files hold in place of their names: CSL styles, the stylesheet
 * and the template of the site. citeproc is loaded only where a CSL style is named.
 *
 * @param config As written; what is wrong with its form is reported when it is resolved.
 * @param folder Absolute path of the folder that its paths start from.
 * @throws {ConfigError} For files that are missing or unusable, and where citeproc is not installed.
 */
export async function withFiles(config: unknown, folder: string): Promise<WithFiles> {
  const files = new Map<string, string>()
  if (!isRecord(config)) return {config, files}
  const read: ReadAt = (path, file) => {
    const text = readAt(path, folder, file)
    files.set(resolve(folder, file), text)
    return text
  }
  const {citationStyles, site} = config
  const full = {
    ...config,
    ...(isRecord(citationStyles) && {citationStyles: await loadStyles(citationStyles, read)}),
    ...(isRecord(site) && {site: {...site, ...loadStylesheet(site, read), ...loadTemplate(site, read)}}),
  }
  return {config: full, files}
}

/** A configuration with what its files hold. */
export interface WithFiles {
  readonly config: unknown
  /** Texts by absolute path. */
  readonly files: ReadonlyMap<string, string>
}

/** Text of a file that the configuration names, by the key that names it. */
type ReadAt = (path: string, file: string) => string

function loadStylesheet({stylesheet}: Record<string, unknown>, read: ReadAt): object {
  const {file, ...rest} = isRecord(stylesheet) ? stylesheet : {file: stylesheet}
  return typeof file === 'string' ? {stylesheet: {...rest, css: read('site.stylesheet', file)}} : {}
}

function loadTemplate({template}: Record<string, unknown>, read: ReadAt): object {
  if (typeof template !== 'string') return {}
  const text = read('site.template', template)
  const problem = templateProblem(text)
  if (problem !== undefined)
    throw new ConfigError([{path: 'site.template', message: `\`${template}\` ${problem}`}])
  return {template: templateOf(text)}
}

async function loadStyles(styles: Record<string, unknown>, read: ReadAt): Promise<unknown> {
  const entries = Object.entries(styles).map(async ([id, style]) => [id, await loadStyle(id, style, read)])
  return Object.fromEntries(await Promise.all(entries)) as unknown
}

async function loadStyle(id: string, style: unknown, read: ReadAt): Promise<unknown> {
  if (!isRecord(style) || typeof style.file !== 'string' || 'cluster' in style) return style
  const locales: readonly unknown[] = Array.isArray(style.locale) ? style.locale : [style.locale]
  if (!locales.every(locale => typeof locale === 'string')) return style
  const at = `citationStyles.${id}`
  const {CslError, cslStyle} = await importCsl(at)
  const text = read(`${at}.file`, style.file)
  const texts = locales.map(locale => read(`${at}.locale`, locale))
  try {
    return cslStyle({id, style: text, locales: texts})
  } catch (error) {
    throw error instanceof CslError ? new ConfigError([{path: at, message: error.message}]) : error
  }
}

async function importCsl(path: string) {
  try {
    return await import('../../adapters/csl/index.ts')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new ConfigError([{path, message: 'CSL styles need the package citeproc: `npm install citeproc`'}])
    throw error
  }
}

function readAt(path: string, folder: string, file: string): string {
  try {
    return readFileSync(resolve(folder, file), 'utf8')
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no file'
        : 'cannot read'
    throw new ConfigError([{path, message: `${reason} \`${file}\``}])
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
