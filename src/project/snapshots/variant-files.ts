import {existsSync, readdirSync, rmdirSync, rmSync, statSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import {type Format, formatNames, formats} from '../../internal.ts'

/** Folder beside the content that holds the variants under review. */
const folderName = '__variants__'

/**
 * Where a variant's snapshot stands: `__variants__/<slug>.<audience>.<ext>`, values of further dimensions
 * after the audience.
 *
 * @param folder Absolute path of the content's folder.
 * @param slug Of the page.
 * @param audience Id of the audience.
 * @param values Values of further dimensions.
 * @param format Decides the ending.
 */
export function variantFile(
  folder: string,
  slug: string,
  audience: string,
  values: readonly string[],
  format: Format,
): string {
  const name = [slug, audience, ...values, formats[format].extension].join('.')
  return join(folder, folderName, ...name.split('/'))
}

/** A page and the audiences that it serves. */
export interface ServedPage {
  /** Address of the page; `undefined` where nothing gives one. */
  readonly slug: string | undefined
  /** Audience ids. */
  readonly audiences: readonly string[]
}

/**
 * Snapshots of pages that are gone, and of audiences that their page no longer serves. Files that are no
 * variants by their ending are not looked at.
 *
 * @param folder Absolute path of the content's folder.
 * @param pages All pages of the project whose snapshots may stand in it.
 * @returns Absolute paths, sorted.
 */
export function obsoleteVariants(folder: string, pages: readonly ServedPage[]): readonly string[] {
  const root = join(folder, folderName)
  if (!existsSync(root)) return []
  const stems = new Set(pages.flatMap(({slug, audiences}) => audiences.map(id => `${slug}.${id}`)))
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter(path => isVariant(path) && statSync(join(root, path)).isFile())
    .filter(path => !stemsOf(path.split(sep).join('/')).some(stem => stems.has(stem)))
    .map(path => join(root, path))
    .sort()
}

const endings = formatNames.map(format => `.${formats[format].extension}`)

function isVariant(path: string): boolean {
  return endings.some(ending => path.endsWith(ending))
}

/**
 * `a/dose.patient` and `a/dose` of `a/dose.patient.txt`: what comes after an audience are values of
 * dimensions.
 */
function stemsOf(path: string): readonly string[] {
  const parts = path.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}

/**
 * Remove snapshots, and the folders that this leaves empty.
 *
 * @param files Absolute paths.
 */
export function removeVariants(files: readonly string[]): void {
  for (const file of files) {
    rmSync(file)
    for (let folder = dirname(file); readdirSync(folder).length === 0; folder = dirname(folder)) {
      rmdirSync(folder)
      if (folder.endsWith(`${sep}${folderName}`)) break
    }
  }
}
