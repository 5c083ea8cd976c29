import {resolve} from 'node:path'
import type {TaskMeta} from 'vitest'
import type {Project, TracedDocument} from '../../project/index.ts'

/** What a test tells the plugin, which runs it again when one of these changes. Absolute paths. */
export interface TestInputs {
  /** Files that went into it, and files that were looked for. */
  readonly files: readonly string[]
  /** Globs of its pages: a new file that one of them names is one more. */
  readonly globs: readonly string[]
}

declare module 'vitest' {
  interface TaskMeta {
    /** Set by `parlance-md/vitest`, read by `parlance-md/vitest/plugin`. */
    parlance?: TestInputs
  }
}

/** Tell the plugin what a test depends on. */
export function noteInputs(
  meta: TaskMeta,
  project: Project,
  traced: readonly TracedDocument[],
  globs: readonly string[] = [],
): void {
  const paths = [project.inputs, ...traced.map(({inputs}) => inputs)].flatMap(inputs => [...inputs.keys()])
  const files = new Set([...(meta.parlance?.files ?? []), ...paths.map(path => resolve(project.root, path))])
  meta.parlance = {
    files: [...files].sort(),
    globs: [...new Set([...(meta.parlance?.globs ?? []), ...globs])],
  }
}
