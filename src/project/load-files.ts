import {readFileSync} from 'node:fs'
import {resolve} from 'node:path'
import {ConfigError, templateOf, templateProblem} from '../index.ts'

/**
 * A configuration as written, with what its files hold in place of their names: CSL styles, the stylesheet and the template of
 * the site. citeproc is loaded only where a CSL style is named.
 *
 * @param config As written; what is wrong with its form is told when it is resolved.
 * @param folder Absolute path of the folder that its paths start from.
 * @throws {ConfigError} For files that are missing or unusable, and where citeproc is not installed.
 */
export async function withFiles(config: unknown, folder: string): Promise<unknown> {
  if (!isRecord(config)) return config
  const {citationStyles, site} = config
  return {
    ...config,
    ...(isRecord(citationStyles) && {citationStyles: await loadStyles(citationStyles, folder)}),
    ...(isRecord(site) && {site: {...site, ...loadStylesheet(site, folder), ...loadTemplate(site, folder)}}),
  }
}

function loadStylesheet({stylesheet}: Record<string, unknown>, folder: string): object {
  const {file, ...rest} = isRecord(stylesheet) ? stylesheet : {file: stylesheet}
  return typeof file === 'string' ? {stylesheet: {...rest, css: readAt('site.stylesheet', folder, file)}} : {}
}

function loadTemplate({template}: Record<string, unknown>, folder: string): object {
  if (typeof template !== 'string') return {}
  const text = readAt('site.template', folder, template)
  const problem = templateProblem(text)
  if (problem !== undefined)
    throw new ConfigError([{path: 'site.template', message: `\`${template}\` ${problem}`}])
  return {template: templateOf(text)}
}

async function loadStyles(styles: Record<string, unknown>, folder: string): Promise<unknown> {
  const entries = Object.entries(styles).map(async ([id, style]) => [id, await loadStyle(id, style, folder)])
  return Object.fromEntries(await Promise.all(entries)) as unknown
}

async function loadStyle(id: string, style: unknown, folder: string): Promise<unknown> {
  if (!isRecord(style) || typeof style.file !== 'string' || 'cluster' in style) return style
  const locales: readonly unknown[] = Array.isArray(style.locale) ? style.locale : [style.locale]
  if (!locales.every(locale => typeof locale === 'string')) return style
  const at = `citationStyles.${id}`
  const {CslError, cslStyle} = await importCsl(at)
  const text = readAt(`${at}.file`, folder, style.file)
  const texts = locales.map(locale => readAt(`${at}.locale`, folder, locale))
  try {
    return cslStyle({id, style: text, locales: texts})
  } catch (error) {
    throw error instanceof CslError ? new ConfigError([{path: at, message: error.message}]) : error
  }
}

async function importCsl(path: string) {
  try {
    return await import('../csl/index.ts')
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
