import {type Format, formats, variantFolder} from '../../internal.ts'
import type {PageVariant, PageVariants, QuestionPage} from '../../project/index.ts'

/** A page that Eleventy makes without a file of its own. */
export interface VirtualTemplate {
  /** Path below Eleventy's input folder. */
  readonly path: string
  readonly content: string
  readonly data: Readonly<Record<string, unknown>>
}

/** How pages become templates. */
export interface TemplateOptions {
  /**
   * Layout of variants in HTML; without one they are whole pages, as `parlance build` writes them. Default:
   * none.
   */
  readonly layout?: string
  /**
   * Layout of pages that ask which audience a reader is of; without one they are whole pages. Default: none.
   */
  readonly questionLayout?: string
  /** Whether there are pages that ask; default: `true`. */
  readonly question?: boolean
  /** What all addresses begin with; default: `/`. */
  readonly prefix?: string
}

/** Ending of the virtual files: what they hold is ready. */
export const extension = 'parlance'

/** All that Eleventy makes of a page: nothing of one with errors. */
export function templatesOf(
  {variants, question}: PageVariants,
  options: TemplateOptions,
): readonly VirtualTemplate[] {
  const asked =
    options.question === false || question === undefined ? [] : [questionTemplate(question, options)]
  return [...variants.flatMap(variant => variantTemplates(variant, options)), ...asked]
}

function variantTemplates(variant: PageVariant, options: TemplateOptions): readonly VirtualTemplate[] {
  const {outputs, ...about} = variant
  const {slug, audience, updated, title, description, locale, direction} = about
  const folder = variantFolder(audience, slug)
  const url = `${prefixOf(options)}${folder}/`
  const data = {
    title,
    description,
    locale,
    direction,
    audience,
    // Eleventy takes the day of the build otherwise.
    ...(updated !== undefined && {date: updated}),
    variant: structuredClone(about), // Eleventy merges into what it is given
  }
  return [...outputs].map(([format, content]) =>
    format === 'html'
      ? {
          path: `${folder}/index.${extension}`,
          content,
          data: {
            ...data,
            ...inCollections('variants', audience),
            permalink: url,
            layout: options.layout ?? false,
          },
        }
      : {
          path: `${folder}/index.${formats[format].extension}.${extension}`,
          content,
          data: {...data, ...plainFile, permalink: `${url}${fileOf(format)}`},
        },
  )
}

/** A file that stands as it is, beside the page. */
const plainFile = {layout: false, eleventyExcludeFromCollections: true} as const

function fileOf(format: Format): string {
  return `index.${formats[format].extension}`
}

function questionTemplate(page: QuestionPage, options: TemplateOptions): VirtualTemplate {
  const {slug, title, description, locale, direction, question, html} = page
  const {questionLayout} = options
  return {
    path: `${slug}/index.${extension}`,
    content: questionLayout === undefined ? html : '',
    data: {
      title,
      description,
      locale,
      direction,
      ...inCollections('questions'),
      permalink: `${prefixOf(options)}${slug}/`,
      layout: questionLayout ?? false,
      question: structuredClone(question),
    },
  }
}

/** @returns Tags, which become `collections.parlance-variants` and the like. */
function inCollections(kind: string, audience?: string): {readonly tags: readonly string[]} {
  const name = `parlance-${kind}`
  return {tags: audience === undefined ? [name] : [name, `${name}-${audience}`]}
}

function prefixOf({prefix = ''}: TemplateOptions): string {
  return prefix
    .split('/')
    .filter(segment => segment !== '')
    .reduce((path, segment) => `${path}${segment}/`, '/')
}
