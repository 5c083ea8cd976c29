import CSL from 'citeproc'
import type {Reference} from '../document/index.ts'
import {formatName, markCite} from './marks.ts'

/** A CSL style or locale that cannot be used. */
export class CslError extends Error {
  override readonly name = 'CslError'
}

/** A style with its locales, as text. */
export interface CslSource {
  /** Id that the style goes by, for messages. */
  readonly id: string
  /** XML of the style. */
  readonly style: string
  /** XML of locales by language: `en-US`. */
  readonly locales: ReadonlyMap<string, string>
}

export type Engine = InstanceType<typeof CSL.Engine>

/**
 * A citation processor for some works, in its first state.
 *
 * @param works What it may be asked for, by id; looked into when an id is first asked for.
 * @param locale Language of the page; the style's own default stands in where there is no locale of it.
 * @throws {CslError} For a style that citeproc cannot read.
 */
export function openEngine(source: CslSource, works: ReadonlyMap<string, Reference>, locale: string): Engine {
  const system = {
    retrieveLocale: (language: string) => source.locales.get(closest(source.locales, language)),
    retrieveItem: (id: string) => ({...structuredClone(works.get(id)), id, system_id: id}), // the engine writes on its items
    wrapCitationEntry: markCite,
  }
  try {
    const engine = new CSL.Engine(system, source.style, closest(source.locales, locale))
    engine.setOutputFormat(formatName)
    return engine
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CslError(`The style \`${source.id}\` cannot be used: ${reason}`)
  }
}

/** The reference list of what the engine knows: keys and marked texts. */
export function listOf(engine: Engine): readonly {readonly key: string; readonly text: string}[] {
  const made = engine.makeBibliography()
  if (made === false) return []
  const [{entry_ids: ids}, texts] = made
  return ids.map(([key = ''], index) => ({key, text: (texts[index] ?? '').trim()}))
}

/** The locale of a language: its own, a sister of the same language, or the only one there is. */
function closest(locales: ReadonlyMap<string, string>, language: string): string {
  const [base = ''] = language.split('-')
  const sister = [...locales.keys()].find(id => id === base || id.startsWith(`${base}-`))
  const [first = language] = locales.keys()
  return locales.has(language) ? language : (sister ?? first)
}
