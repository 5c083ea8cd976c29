import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import {LRUCache} from 'lru-cache'
import {
  formats,
  type Message,
  messageToJson,
  type RuleId,
  render,
  serializeQuestion,
  servedAudiences,
} from '../../../internal.ts'
import type {Content, ContentPage} from './content.ts'
import {forReader} from './for-reader.ts'
import type {Coding} from './negotiation.ts'
import {Problem} from './problem.ts'
import {
  alternates,
  cacheControl,
  contentSecurity,
  documentationSecurity,
  type Headers,
  securityHeaders,
  surrogateKeys,
} from './response-headers.ts'
import {rulePageAsset} from './rule-page.ts'
import type {Asset} from './target.ts'
import {type AssetTarget, keyOf, type QuestionTarget, type Target, type VariantTarget} from './target.ts'

/** An answer that is ready to be sent. */
export interface Prepared {
  readonly target: Target
  readonly body: Uint8Array<ArrayBuffer>
  /** Entity tag of the body without coding, without quotes. */
  readonly hash: string
  readonly headers: Headers
  /** Of its page; absent where it belongs to none. */
  readonly version: string | undefined
  /** The body in other codings, made when the first caller wants one. */
  readonly coded: Map<Coding, Uint8Array<ArrayBuffer>>
  /** Of the content, when it was last known to be right. */
  generation: number
}

export interface AnswersOptions {
  readonly content: Content
  /** A body in another coding; the same body where the platform does not have the coding. */
  readonly compress: (
    body: Uint8Array<ArrayBuffer>,
    coding: Exclude<Coding, 'identity'>,
  ) => Promise<Uint8Array<ArrayBuffer>>
  /** Whether answers are only for those who know the token. */
  readonly isPrivate: boolean
  /** Files of the documentation's page, by name. */
  readonly docs: ReadonlyMap<string, Asset> | undefined
  /** The page of a rule in Markdown. */
  readonly readRule: (id: RuleId) => string
  /** Called when a variant was not cached and has been rendered. Milliseconds. */
  readonly onRender?: ((target: Target, duration: number) => void) | undefined
}

/** Bodies from this size on are worth a coding. Bytes. */
const worthCoding = 256

/**
 * Answers by what they are of, within a bound of bytes. However many callers ask for one at the same time, it
 * is made once, and never is an answer given that was made of what has changed since.
 */
export class Answers {
  readonly #options: AnswersOptions
  readonly #ready: LRUCache<string, Prepared>
  readonly #making = new Map<string, Promise<Prepared>>()
  readonly #coding = new Map<string, Promise<void>>()

  constructor(options: AnswersOptions) {
    this.#options = options
    this.#ready = new LRUCache({
      maxSize: options.content.config.project.serve.cacheBytes,
      sizeCalculation: sizeOf,
    })
  }

  /** Bytes that ready answers take. */
  get size(): number {
    return this.#ready.calculatedSize
  }

  /** An answer that can be sent as it is, in a coding; else it takes `get`. */
  peek(key: string, coding: Coding): Prepared | undefined {
    const known = this.#ready.get(key)
    if (known?.generation !== this.#options.content.generation) return undefined
    return isCoded(known, coding) ? known : undefined
  }

  /**
   * An answer, made where there is none.
   *
   * @throws {Problem} For what there is not, or what has errors.
   */
  async get(target: Target, coding: Coding): Promise<Prepared> {
    const key = keyOf(target)
    const {generation} = this.#options.content
    const prepared =
      this.#current(key) ?? (await once(this.#making, `${generation} ${key}`, () => this.#make(key, target)))
    if (!isCoded(prepared, coding)) await this.#code(key, prepared, coding)
    return prepared
  }

  #current(key: string): Prepared | undefined {
    const {content} = this.#options
    const known = this.#ready.get(key)
    if (known === undefined || known.generation === content.generation) return known
    const {target, version} = known
    if (
      target.kind === 'site' ||
      target.kind === 'asset' ||
      version === undefined ||
      !content.isCurrent(target.slug, version)
    )
      return undefined
    known.generation = content.generation
    return known
  }

  async #make(key: string, target: Target): Promise<Prepared> {
    const {content, onRender} = this.#options
    const {generation} = content
    const started = performance.now()
    const prepared =
      target.kind === 'site'
        ? await this.#site(target.file)
        : target.kind === 'asset'
          ? this.#asset(target)
          : await this.#page(key, target)
    if (prepared.generation === generation) onRender?.(target, performance.now() - started)
    prepared.generation = generation
    this.#ready.set(key, prepared)
    return prepared
  }

  async #page(key: string, target: VariantTarget | QuestionTarget): Promise<Prepared> {
    const {content} = this.#options
    const {slug} = target
    const page = await content.page(slug)
    if (page === undefined) throw new Problem('not-found', `There is no page \`${slug}\`.`)
    const known = this.#ready.get(key)
    if (known !== undefined && known.version === page.version) return known
    if (target.kind === 'variant') return this.#variant(target, page)
    if (!page.sound) throw new Problem('content-errors', 'The page has errors, so nothing of it is shown.')
    const {document, version, stale} = page
    const text = serializeQuestion(document)
    const headers = surrogateKeys(slug, {terms: [], citations: []})
    return this.#prepare(target, text, 'text/html; charset=utf-8', document.locale, version, stale, headers)
  }

  #variant(target: VariantTarget, {document, sound, version, stale}: ContentPage): Prepared {
    const {audience, format, page, citationStyle, dimensions} = target
    const rendering = forReader(() =>
      render(document, {
        audience,
        format,
        page,
        ...(citationStyle !== undefined && {citationStyle}),
        ...dimensions,
      }),
    )
    if (!sound || rendering.messages.some(({fatal}) => fatal === true))
      throw new Problem('content-errors', {
        detail: 'The page has errors, so nothing of it is shown.',
        messages: rendering.messages.filter(({fatal}) => fatal === true).map(withoutPlace),
      })
    const served = servedAudiences(document)
    const {locale} = document
    const headers = [...alternates(target, served, locale), ...surrogateKeys(target.slug, rendering)]
    return this.#prepare(target, rendering.value, typeOf(target), locale, version, stale, headers)
  }

  #asset(target: AssetTarget): Prepared {
    const {docs, readRule} = this.#options
    const asset = target.rule === undefined ? docs?.get(target.file) : rulePageAsset(target.rule, readRule)
    if (asset === undefined) throw new Problem('not-found', 'There is no such file.')
    return this.#prepare(target, asset.body, asset.type, 'en', undefined, false, [])
  }

  async #site(file: string): Promise<Prepared> {
    const {content} = this.#options
    const text = await content.siteFile(file)
    if (text === undefined) throw new Problem('not-found', `There is no file \`${file}\`.`)
    const type = siteTypes[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8'
    return this.#prepare({kind: 'site', file}, text, type, content.config.settings.locale, undefined, false, [
      ['Surrogate-Key', 'site'],
      ['Cache-Tag', 'site'],
    ])
  }

  #prepare(
    target: Target,
    content: string | Uint8Array<ArrayBuffer>,
    type: string,
    locale: string,
    version: string | undefined,
    stale: boolean,
    more: Headers,
  ): Prepared {
    const {isPrivate} = this.#options
    const {config, generation} = this.#options.content
    const {serve} = config.project
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const isPage = target.kind !== 'variant' || target.page
    return {
      target,
      body,
      hash: bytesToHex(sha256(body)).slice(0, 32),
      version,
      generation,
      coded: new Map(),
      headers: [
        ['Content-Type', type],
        ['Content-Language', locale],
        ...cacheControl(serve, isPrivate, stale),
        ...securityHeaders(serve),
        ...(target.kind === 'asset' ? documentationSecurity : contentSecurity(isPage)),
        ...more,
      ],
    }
  }

  async #code(key: string, prepared: Prepared, coding: Coding): Promise<void> {
    if (coding === 'identity') return
    await once(this.#coding, `${prepared.hash} ${key} ${coding}`, async () => {
      prepared.coded.set(coding, await this.#options.compress(prepared.body, coding))
      if (this.#ready.peek(key) === prepared) this.#ready.set(key, prepared) // its size is another now
    })
  }
}

const siteTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
}

/** Do what is under way for a key only once. */
async function once<Value>(
  running: Map<string, Promise<Value>>,
  key: string,
  start: () => Promise<Value>,
): Promise<Value> {
  const known = running.get(key)
  if (known !== undefined) return known
  const made = start()
  running.set(key, made)
  try {
    return await made
  } finally {
    running.delete(key)
  }
}

/** A reader of a published page learns nothing about its source. */
function withoutPlace(message: Message) {
  const {ruleId, severity, reason} = messageToJson(message)
  return {ruleId, severity, reason}
}

/** JSON is always UTF-8 and takes no `charset`. @see https://www.rfc-editor.org/rfc/rfc8259#section-11 */
function typeOf({format}: VariantTarget): string {
  const {mediaType} = formats[format]
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType
}

/** Whether the body is cached in a coding, or too small to need one. */
function isCoded({body, coded}: Prepared, coding: Coding): boolean {
  return coding === 'identity' || body.length < worthCoding || coded.has(coding)
}

function sizeOf({body, coded, headers}: Prepared): number {
  let size = 1024 + body.length
  for (const bytes of coded.values()) size += bytes.length
  for (const [name, value] of headers) size += name.length + value.length
  return size
}
