import type {Document} from './document.ts'
import {relativeHref, variantFolder} from './variant-links.ts'

/** “Which best describes you?”, in the language of a page. */
export interface ReaderQuestion {
  /** The question itself. */
  readonly label: string
  /** Why it is asked. */
  readonly help: string
  /** Says that an answer is not a proof of profession. */
  readonly note: string
  /** One for each served audience, in the order of the configuration. */
  readonly answers: readonly ReaderAnswer[]
}

/** One answer, and the way to its variant. */
export interface ReaderAnswer {
  /** Audience id. */
  readonly audience: string
  /** What a reader says with it: `I am a patient or caregiver`. */
  readonly label: string
  /** More about who is meant. */
  readonly description: string | undefined
  /** Whether this page is for those who gave it. */
  readonly current: boolean
  /**
   * Way to the variant from the page that asks; absent for the current answer, and where the page has no
   * slug.
   */
  readonly href: string | undefined
}

/**
 * @param current The answer that the page is for; absent on the page that asks.
 * @param folder Folder of the page; absent where it has no slug: then there is nothing to link to.
 */
export function questionOf(
  {audiences, settings, slug, locale}: Document,
  current: string | undefined,
  folder: string | undefined,
): ReaderQuestion {
  const labels = settings.labels(locale)
  const answers = audiences.map((audience): ReaderAnswer => {
    const {label, description} = settings.audienceWords(audience, locale)
    const isLink = slug !== undefined && folder !== undefined && audience !== current
    const href = isLink ? relativeHref(folder, variantFolder(audience, slug)) : undefined
    return {audience, label, description, current: audience === current, href}
  })
  return {label: labels.question, help: labels.questionHelp, note: labels.questionNote, answers}
}
