import {execFileSync} from 'node:child_process'
import {VFile} from 'vfile'
import {compile, type Document, readLibrary} from '../../internal.ts'
import type {Project} from './load-project.ts'

/** A git revision that there is not, or a folder that git does not know. */
export class RevisionError extends Error {
  /** Always `RevisionError`. */
  override readonly name = 'RevisionError'
}

/** A project as it was at a revision, under today's configuration. */
export interface Revision {
  /** Compile a page as it was; `undefined` where there was none. */
  compile(path: string): Document | undefined
  /** Paths of Markdown files that were there and are gone. */
  readonly removed: readonly string[]
}

/**
 * Open a revision of a project.
 *
 * @param rev Anything that `git rev-parse` takes.
 * @param project That stands in a git repository.
 * @throws {RevisionError} Where git knows no such revision.
 */
export function openRevision({root, config, host}: Project, rev: string): Revision {
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', [...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    })
  const commit = attempt(() => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${rev}^{commit}`))
    ?.toString()
    .trim()
  if (commit === undefined) throw new RevisionError(`There is no revision \`${rev}\``)
  const read = (path: string): Uint8Array | undefined => attempt(() => git('show', `${commit}:./${path}`))
  const {readers} = host
  const library = readLibrary(config, read, {readers})
  const gone = git('diff', '--name-only', '--diff-filter=D', '--relative', '-z', commit, '--', '.')
    .toString()
    .split('\0')
  return {
    compile: path => {
      const content = read(path)
      return content && compile(new VFile({value: content}), {config, path, read, readers, library})
    },
    removed: gone.filter(path => path.endsWith('.md')).sort(),
  }
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined // git says no: there is no such thing
  }
}
