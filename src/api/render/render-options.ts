import {readerOf} from '../../core/3-select/reader.ts'
import {formatNames} from '../../core/5-serialize/formats.ts'
import type {
  CitationStyle,
  Document,
  Format,
  Presentation,
  Reader,
  Settings,
} from '../../core/language/index.ts'
import {choose, explain} from '../../core/messages/choose.ts'

/** Options of `render`. Any other key is a further dimension of the configuration. */
export interface RenderOptions<Audience extends string = string> {
  /** An audience that the page serves. */
  readonly audience: Audience
  /** Default: `html`. */
  readonly format?: Format
  /** `true`: a whole page with its chrome; `false` (default): the body alone. */
  readonly page?: boolean
  /** A style known to the project; default: the configuration's. */
  readonly citationStyle?: string
  /** Columns at which text output wraps, `0` never; default: 80. */
  readonly width?: number
  /** Give an output although the page has errors; it says that it is a draft. Default: `false`. */
  readonly draft?: boolean
  /**
   * Blocks of HTML say where they come from: `data-line` and `data-end` count lines from 1, `data-file` is
   * the path of an included file. For previews, never for publication: it shows how the page is divided.
   * Default: `false`.
   */
  readonly sourceLines?: boolean
  /** A declared value of a further dimension. */
  readonly [dimension: string]: string | number | boolean | undefined
}

/** The same, checked. */
export interface VariantRequest {
  readonly reader: Reader
  readonly format: Format
  readonly style: CitationStyle
  readonly presentation: Presentation
}

const known = ['audience', 'format', 'page', 'citationStyle', 'width', 'draft', 'sourceLines']

/**
 * @param document Whose audiences, dimensions and default style count.
 * @param options As the caller gave them.
 * @throws {RangeError} For any value that is not allowed; the message lists those that are.
 */
export function readOptions(document: Document, options: RenderOptions): VariantRequest {
  const {
    audience,
    format = 'html',
    page = false,
    citationStyle = document.settings.citationStyle,
    width = 80,
    draft = false,
    sourceLines = false,
  } = options
  const dimensions = new Map<string, string>()
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue
    choose('option', name, [...known, ...document.settings.dimensions.keys()])
    if (!known.includes(name)) dimensions.set(name, String(value))
  }
  if (!Number.isInteger(width) || width < 0)
    throw new RangeError(`\`width\` is a whole number of columns from 0, not \`${width}\``)
  return {
    reader: readerOf(document, audience, dimensions),
    format: choose('format', format, formatNames),
    style: findStyle(document.settings, citationStyle),
    presentation: {page, width, draft, sourceLines},
  }
}

/**
 * A citation style that a project knows, by its id.
 *
 * @throws {RangeError} For an unknown one.
 */
export function findStyle({styles}: Settings, id: string): CitationStyle {
  const style = styles.get(id)
  if (style === undefined)
    throw new RangeError(`Unknown citation style \`${id}\`${explain(id, [...styles.keys()])}`)
  return style
}
