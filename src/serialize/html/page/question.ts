import type {Element} from 'hast'
import {h} from 'hastscript'
import {type Document, relativeHref, variantFolder} from '../../../document/index.ts'

/**
 * “Which best describes you?”: one link for each promised audience, so that it works without any script. What a script says and
 * offers stands in attributes.
 *
 * @param current The answer that this page is for; absent on the page that asks.
 * @param folder Folder of the page; absent where the page has no slug: then there is nothing to link to.
 */
export function questionNav(
  document: Document,
  current: string | undefined,
  folder: string | undefined,
): Element {
  const {audiences, settings, slug, locale} = document
  const labels = settings.labels(locale)
  const choices = audiences.flatMap(id => {
    const audience = settings.audienceWords(id, locale)
    const isCurrent = id === current
    const href =
      slug === undefined || folder === undefined || isCurrent
        ? undefined
        : relativeHref(folder, variantFolder(id, slug))
    const mark = isCurrent ? [' ', h('span', {className: 'mark'}, `(${labels.currentAnswer})`)] : []
    const answer = [audience.label, ...mark]
    const about = {className: 'answer', dataAudience: id}
    const name =
      href === undefined
        ? h('span', {...about, ...(isCurrent && {ariaCurrent: 'true', dataLabel: audience.label})}, answer)
        : h('a', {...about, href}, answer)
    return [h('li', [name, ...(audience.description === undefined ? [] : [h('p', audience.description)])])]
  })
  const spoken =
    folder === undefined ? {} : {dataRemember: labels.rememberAnswer, dataChanged: labels.answerChanged}
  return h('nav', {className: 'question', ariaLabel: labels.question, ...spoken}, [
    h(current === undefined ? 'h1' : 'h2', labels.question),
    h('p', labels.questionHelp),
    h('ul', choices),
    h('p', {className: 'fine'}, labels.questionNote),
  ])
}
