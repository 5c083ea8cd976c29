import {statSync} from 'node:fs'
import {dirname, relative, resolve} from 'node:path'
import {contentFolders, contentGlobs, type Project} from './load-project.ts'
import {isInside} from './reader.ts'

/** What was asked for cannot be done with a project as it is; the message says why, and what can be done. */
export class ProjectError extends Error {
  /** Always `ProjectError`. */
  override readonly name = 'ProjectError'
}

/**
 * Says that a project has no pages, with where they were looked for.
 *
 * @param project Without pages.
 */
export function noPages({root, config, configFile}: Pick<Project, 'root' | 'config' | 'configFile'>): string {
  const globs = contentGlobs(config).map(glob => `\`${glob}\``)
  const hint =
    configFile === undefined
      ? 'there is no configuration either: name the folder of the project'
      : 'name the folder of the project, or set `content` in its configuration'
  return `No page matches ${globs.join(', ')} in \`${root}\`: ${hint}`
}

/**
 * A folder that a site is written into holds nothing else: sources in it would be published with the site,
 * and pages that it holds would become sources.
 *
 * @param out Absolute path.
 * @throws {ProjectError} Where it is no folder, or holds content, or stands in it.
 */
export function assertOut({root, config}: Project, out: string): void {
  const named = relative(root, out) || '.'
  const file = fileOnTheWay(out)
  if (file !== undefined)
    throw new ProjectError(
      `Cannot build into \`${named}\`: \`${file}\` is a file. Name another folder with \`--out\``,
    )
  const isConfigured = out === resolve(root, config.project.outDir)
  for (const folder of contentFolders(config).map(folder => resolve(root, folder))) {
    const above = (isConfigured ? [root] : [root, folder]).find(
      sources => out === sources || isInside(out, sources),
    )
    const isWithin = folder !== root && isInside(folder, out) && !isConfigured
    if (above !== undefined || isWithin)
      throw new ProjectError(
        `Cannot build into \`${named}\`: ${isWithin ? 'it stands in the folder of' : 'it holds'} the content (\`${relative(root, folder) || '.'}\`). Name a folder of its own with \`--out\`, such as \`dist\``,
      )
  }
}

/** The first part of a path that is there and is no folder. */
function fileOnTheWay(path: string): string | undefined {
  for (let part = path; ; part = dirname(part)) {
    const stat = statOrNothing(part)
    if (stat !== undefined) return stat.isDirectory() ? undefined : part
    if (part === dirname(part)) return undefined
  }
}

function statOrNothing(path: string) {
  try {
    return statSync(path, {throwIfNoEntry: false})
  } catch {
    return undefined // a part of its path is a file, which is looked at next
  }
}
