import {
  type CompileOptions,
  check,
  compile,
  pageHead,
  readLibrary,
  resolveConfig,
  serializeIndex,
} from '../../../internal.ts'
import type {Content, ContentPage} from './content.ts'
import type {SubmissionBase} from './submission.ts'

/** Options of `contentOf`. */
export interface MemoryContentOptions extends Omit<CompileOptions, 'path' | 'slug'> {
  /** Markdown by slug. */
  readonly sources: Readonly<Record<string, string>>
}

/**
 * Content that is given as text and does not change: for edge workers and tests.
 *
 * @param options `sources`: texts of pages by path. Others as of `compile`.
 * @returns What `createApp` takes as `content`.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function contentOf({
  sources,
  config: given,
  ...options
}: MemoryContentOptions): Content & Pick<SubmissionBase, 'libraryWith'> {
  const config = resolveConfig(given)
  const {references, glossary, readers, read = () => undefined} = options
  const own = {...(references && {references}), ...(glossary && {glossary}), ...(readers && {readers})}
  const texts = new Map(Object.entries(sources))
  const heads = [...texts]
    .map(([slug, source]) => pageHead(source, {...options, config, slug}))
    .filter(({sound}) => sound)
    .sort((left, right) => (left.slug < right.slug ? -1 : 1))
  const pages = new Map<string, ContentPage>()
  const open = (slug: string, source: string): ContentPage => {
    const document = compile(source, {...options, config, slug})
    const {messages} = check(document)
    const sound = messages.every(({fatal}) => fatal !== true)
    return {document, messages, sound, version: slug, stale: false}
  }
  return {
    config,
    generation: 1,
    problem: undefined,
    pages: () => heads,
    has: slug => texts.has(slug),
    isCurrent: slug => texts.has(slug),
    page: slug => {
      const source = texts.get(slug)
      if (source === undefined) return undefined
      const page = pages.get(slug) ?? open(slug, source)
      pages.set(slug, page)
      return page
    },
    siteFile: async file => {
      if (file === 'index.html') return serializeIndex(heads, config.settings)
      return undefined
    },
    libraryWith: given => readLibrary(config, read, {...own, ...given}),
  }
}
