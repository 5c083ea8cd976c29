import {existsSync} from 'node:fs'
import {relative, resolve, sep} from 'node:path'
import {describe, expect, test} from 'vitest'
import {
  check,
  createMessage,
  type Document,
  explainVariant,
  type Format,
  type Message,
  NotServedError,
  render,
} from '../../internal.ts'
import {
  assertKnown,
  obsoleteVariants,
  type Project,
  removeVariants,
  snapshotText,
  variantFile,
} from '../../project/index.ts'
import {ContentFailure} from './content-failure.ts'
import {noteInputs} from './note-inputs.ts'
import {
  contentGlobs,
  currentTestFile,
  openPages,
  type ProjectOption,
  projectOf,
  type TestedPage,
} from './open-content.ts'

export interface SnapshotOptions extends ProjectOption {
  /** Pages: globs, or folders, from the folder of the test file. */
  readonly content: string | readonly string[]
  /** Default: every audience that a page serves. */
  readonly audiences?: readonly string[]
  /** Default: `html` and `text`. */
  readonly formats?: readonly Format[]
  /**
   * Values of further dimensions by name; they become part of the names of the files. Default: those of the
   * configuration.
   */
  readonly where?: Readonly<Record<string, string>>
}

/**
 * Register a test for each page, audience and format: it fails where the page has errors, and where the
 * variant is not what its file in `__variants__`, beside the content, says. One more test fails for files of
 * pages and audiences that are gone; `vitest -u` writes the ones and removes the others.
 *
 * @param options Default: all audiences that a page serves, in all formats.
 * @throws {RangeError} While tests are collected: for an unknown audience or format.
 * @throws {ConfigError} While tests are collected: where the project's configuration cannot be used.
 * @example
 * import {snapshotContent} from 'parlance-md/vitest'
 *
 * snapshotContent({content: 'content/*.md', formats: ['text']})
 */
export function snapshotContent(options: SnapshotOptions): void {
  const testFile = currentTestFile()
  describe(`variants of ${[options.content].flat().join(', ')}`, async () => {
    const project = await projectOf(testFile, options)
    assertKnown(options, project.config)
    const globs = contentGlobs(testFile, options.content)
    const pages = await openPages(project, globs)
    const folders = [...new Set(pages.map(({folder}) => folder))]
    const tested = pages.map(page => new PageTests(project, page, options))
    for (const [index, page] of tested.entries()) page.register(tested.slice(0, index))
    if (!tested.some(({audiences}) => audiences.length > 0)) registerNothing(project, globs)
    for (const folder of folders) await registerObsolete(project, folder, pages, globs)
  })
}

/** The tests of one page. */
class PageTests {
  readonly audiences: readonly string[]
  readonly page: TestedPage
  readonly #project: Project
  readonly #options: SnapshotOptions
  #errors: readonly Message[] | undefined

  constructor(project: Project, page: TestedPage, options: SnapshotOptions) {
    this.#project = project
    this.page = page
    this.#options = options
    const {audiences = page.document.audiences, where} = options
    this.audiences = page.document.audiences.filter(
      id => audiences.includes(id) && serves(page.document, id, where),
    )
  }

  /** @param before Tests of earlier pages, whose files these must not share. */
  register(before: readonly PageTests[]): void {
    const {path, folder, document} = this.page
    const other = before.find(({page}) => page.folder === folder && page.document.slug === document.slug)
    const {formats = ['html', 'text']} = this.#options
    for (const audience of this.audiences) {
      for (const format of formats) {
        test(`${path}: ${audience}, ${format}`, async ({task}) => {
          noteInputs(task.meta, this.#project, [this.page])
          this.#assertSound(other)
          await this.#compare(audience, format)
        })
      }
    }
  }

  #assertSound(other: PageTests | undefined): void {
    const {document, path} = this.page
    this.#errors ??= [
      ...check(document).messages.filter(({fatal}) => fatal === true),
      ...(other === undefined
        ? []
        : createMessage(document.settings, path, 'slug-taken', {
            actual: document.slug ?? '',
            detail: `The slug \`${document.slug}\` is taken by \`${other.page.path}\``,
          })),
    ]
    if (this.#errors.length > 0) throw new ContentFailure(path, this.#errors, this.#project.root)
  }

  async #compare(audience: string, format: Format): Promise<void> {
    const {document, folder, path} = this.page
    const {where = {}} = this.#options
    const {value, messages} = render(document, {audience, format, page: true, width: 0, ...where})
    const errors = messages.filter(({fatal}) => fatal === true)
    if (errors.length > 0) throw new ContentFailure(path, errors, this.#project.root)
    const values = [...document.settings.dimensions.keys()].flatMap(name => where[name] ?? [])
    const file = variantFile(folder, document.slug ?? 'page', audience, values, format)
    const name = relative(this.#project.root, file)
    if (updating() === 'none' && !existsSync(file)) {
      throw new Error(
        `There is no snapshot \`${name}\` yet. Run \`vitest -u\`, review the file and commit it`,
      )
    }
    await expect(snapshotText(value, format), name).toMatchFileSnapshot(file)
  }
}

/** Whether a page has a variant for readers with these values. */
function serves(document: Document, audience: string, where: SnapshotOptions['where']): boolean {
  try {
    explainVariant(document, {audience, ...where})
    return true
  } catch (error) {
    if (error instanceof NotServedError) return false
    throw error
  }
}

/** `all` with `-u`; `none` in CI; else `new`. */
function updating(): string | undefined {
  return expect.getState().snapshotState.snapshotUpdateState
}

function registerNothing(project: Project, globs: readonly string[]): void {
  test('there are pages to test', ({task}) => {
    noteInputs(task.meta, project, [], globs)
    throw new Error(`No page for these readers matches ${globs.map(glob => `\`${glob}\``).join(', ')}`)
  })
}

async function registerObsolete(
  project: Project,
  folder: string,
  tested: readonly TestedPage[],
  globs: readonly string[],
): Promise<void> {
  const paths = (await project.pages()).filter(path => resolve(project.root, path).startsWith(folder + sep))
  const others = paths.flatMap(path => project.head(path) ?? [])
  const documents = tested.map(({document}) => document)
  /** What a page with errors says of its slug and audiences is in doubt. */
  const isCertain = others.every(({sound}) => sound) && documents.every(isSound)
  test(`no file is left of pages and audiences that are gone (${relative(project.root, folder) || '.'})`, ({
    task,
  }) => {
    noteInputs(task.meta, project, tested, globs)
    const files = isCertain ? obsoleteVariants(folder, [...others, ...documents]) : []
    if (updating() === 'all') removeVariants(files)
    else if (files.length > 0) {
      const list = files.map(file => `\n  ${relative(project.root, file)}`).join('')
      throw new Error(`These are of no page and audience any more; \`vitest -u\` removes them:${list}`)
    }
  })
}

function isSound({messages}: Document): boolean {
  return messages.every(({fatal}) => fatal !== true)
}
