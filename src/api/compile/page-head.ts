import {VFile} from 'vfile'
import {frontMatterPart} from '../../core/1-parse/front-matter-part.ts'
import {type ListedPage, listPage} from '../../core/5-serialize/html/page/site-pages.ts'
import {decodeUtf8} from '../../core/language/index.ts'
import {compile} from '../compile.ts'
import type {CompileOptions} from './compile-options.ts'

/** What a page says of itself before its text begins. */
export interface PageHead extends ListedPage {
  /** Date of its last change, as written. */
  readonly updated: string | undefined
  /** Whether its front matter has no error. */
  readonly sound: boolean
}

/**
 * How a page is listed, from its front matter alone: a list of ten thousand pages need not read their text.
 *
 * @param source Markdown as text or UTF-8 bytes.
 * @param options As for `compile`.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function pageHead(source: string | Uint8Array, options: CompileOptions = {}): PageHead {
  const {text} = decodeUtf8(source)
  const head = compile(new VFile({value: frontMatterPart(text)}), options)
  const own = options.library?.messages ?? []
  const sound = head.messages.every(message => message.fatal !== true || own.includes(message))
  return {...listPage(head), updated: head.updated, sound}
}
