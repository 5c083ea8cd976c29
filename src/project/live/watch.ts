import {existsSync, statSync} from 'node:fs'
import {relative, resolve, sep} from 'node:path'
import {type FSWatcher, watch as watchFiles} from 'chokidar'
import {type OptionNames, type ResolvedConfig, refuseUnknown} from '../../internal.ts'
import {cacheFolder} from '../cache/cache-file.ts'
import {contentFolders, outputFolderIn} from '../load/load-project.ts'

/** Options of `watchProject`. */
export interface WatchOptions {
  /** Absolute path of the folder. */
  readonly root: string
  /**
   * Says where pages stand, and where builds write, which is not looked at; absent: where there is none that
   * can be used. Default: the whole folder holds pages.
   */
  readonly config?: ResolvedConfig | undefined
  /**
   * Called once some files have changed and it has been quiet for a moment; paths from `root`. Empty: look at
   * everything.
   */
  readonly onChange: (paths: readonly string[]) => void
}

const watchOptions: OptionNames<WatchOptions> = {root: true, config: true, onChange: true}

/** Milliseconds without another event after which changes belong together. */
const settleTime = 40

/**
 * Milliseconds between looks at the folders of project and pages, which a watcher loses when they are
 * replaced.
 */
const lookAround = 1000

/** Looks at the folders between those at everything, in case that an event was lost. */
const looksPerSweep = 30

const never = new Set(['node_modules', '.git', cacheFolder])

/**
 * Watch the files of a project.
 *
 * @param options The folder, and what to call after a change.
 * @returns Stops watching.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @example
 * import {watchProject} from 'parlance-md/project'
 *
 * const watcher = await watchProject({root: '/srv/site', onChange: () => console.log('changed')})
 */
export function watchProject(options: WatchOptions): () => Promise<void> {
  refuseUnknown(options, watchOptions)
  const {root, config, onChange} = options
  const out = config && outputFolderIn(root, config)
  const skipped = out === undefined ? undefined : resolve(root, out)
  const folders = [root, ...(config ? contentFolders(config) : []).map(folder => resolve(root, folder))]
  const identify = (): string => folders.map(identityOf).join(' ')
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const emit = (): void => {
    const paths = [...changed].sort()
    changed.clear()
    onChange(renew() ? [] : paths)
  }
  const open = (): FSWatcher =>
    watchFiles(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: path =>
        path === skipped ||
        relative(root, path)
          .split(sep)
          .some(segment => never.has(segment)),
    })
      .on('all', (_, path) => {
        changed.add(relative(root, path).split(sep).join('/'))
        clearTimeout(timer)
        timer = setTimeout(emit, settleTime)
      })
      .on('ready', () => onChange([])) // changes during the first scan raised no event
      .on('error', () => onChange([])) // what a watcher cannot see, a sweep does
  let watcher = open()
  let identity = identify()
  /** Watch again where a folder is another one, or is gone or back, since the last scan. */
  const renew = (): boolean => {
    const now = identify()
    if (now === identity) return false
    identity = now
    if (existsSync(root)) {
      void watcher.close()
      watcher = open()
    }
    return true
  }
  let looks = 0
  const interval = setInterval(() => {
    looks++
    if (renew() || looks % looksPerSweep === 0) onChange([])
  }, lookAround)
  return async () => {
    clearInterval(interval)
    clearTimeout(timer)
    await watcher.close()
  }
}

/** Tells a folder from another one at the same path. */
function identityOf(folder: string): string {
  const stat = statSync(folder, {bigint: true, throwIfNoEntry: false})
  return stat === undefined ? '' : `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`
}
