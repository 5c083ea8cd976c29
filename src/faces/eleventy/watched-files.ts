import {relative, sep} from 'node:path'
import picomatch from 'picomatch'
import type {ProjectVariants} from '../../project/index.ts'

/** Files of a project as globs from the folder that Eleventy runs in. */
export interface ProjectGlobs {
  /** Sources, which hold the text of all audiences: no templates. */
  readonly sources: readonly string[]
  /** What pages are made of, and where new ones may come. */
  readonly watched: readonly string[]
}

export function globsOf(project: ProjectVariants): ProjectGlobs {
  const root = pathFrom(project.root)
  const pages = project.globs.map(glob => (root === '' ? glob : `${root}/${glob}`))
  const isPage = picomatch([...pages])
  const files = project.files.map(pathFrom)
  const folders = project.folders.map(pathFrom).filter(folder => folder !== root)
  const isBelow = (file: string): boolean => folders.some(folder => file.startsWith(`${folder}/`))
  return {
    sources: [...pages, ...files.filter(file => !isPage(file))],
    watched: [...new Set([...folders, ...pages, ...files.filter(file => !isBelow(file) && !isPage(file))])],
  }
}

function pathFrom(file: string): string {
  return relative(process.cwd(), file).split(sep).join('/')
}
