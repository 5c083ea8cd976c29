import picomatch from 'picomatch'
import type {TestInputs} from './note-inputs.ts'

/**
 * What each test file depends on, as its tests reported when they ran last. All paths are absolute, with `/`.
 */
export class KnownInputs {
  readonly #tests = new Map<string, Map<string, TestInputs>>()
  readonly #failed = new Set<string>()

  /** @param test Id of the test, whose earlier inputs these replace. */
  note(testFile: string, test: string, inputs: TestInputs): void {
    const tests = this.#tests.get(testFile) ?? new Map<string, TestInputs>()
    this.#tests.set(testFile, tests.set(test, inputs))
  }

  /** A file whose tests could not be collected, so that what it depends on is not known. */
  noteFailure(testFile: string, failed: boolean): void {
    if (failed) this.#failed.add(testFile)
    else this.#failed.delete(testFile)
  }

  /** Test files to run when a file is new, gone or changed. */
  testsOf(file: string): readonly string[] {
    const path = file.replaceAll('\\', '/')
    const users = this.#testsWith(({files, globs}) => files.includes(path) || isPage(path, globs))
    const isContent = /\.(?:md|markdown|ya?ml|json|bib|ris|nbib)$|\/parlance\.config\.\w+$/.test(path)
    return [...new Set([...users, ...(isContent ? this.#failed : [])])]
  }

  #testsWith(holds: (inputs: TestInputs) => boolean): readonly string[] {
    return [...this.#tests]
      .filter(([, tests]) => [...tests.values()].some(holds))
      .map(([testFile]) => testFile)
  }
}

/** Whether globs name a file, other than a part or a snapshot: those begin with `_`. */
function isPage(file: string, globs: readonly string[]): boolean {
  const ignore = globs.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1))
  return globs.some(glob => {
    if (glob.startsWith('!') || !picomatch(glob, {ignore})(file)) return false
    const below = file.slice(picomatch.scan(glob).base.length)
    return !below.split('/').some(segment => segment.startsWith('_'))
  })
}
