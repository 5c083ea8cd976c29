import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Document} from '../../../document/index.ts'
import {relativeHref, variantFolder} from '../../page/links.ts'

/**
 * “Which best describes you?”: one link for each promised audience, so that it works without any script.
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
    const name =
      href === undefined
        ? h('span', {className: 'answer', ...(isCurrent && {ariaCurrent: 'true'})}, answer)
        : h('a', {className: 'answer', href}, answer)
    return [h('li', [name, ...(audience.description === undefined ? [] : [h('p', audience.description)])])]
  })
  return h('nav', {className: 'question', ariaLabel: labels.question}, [
    h(current === undefined ? 'h1' : 'h2', labels.question),
    h('p', labels.questionHelp),
    h('ul', choices),
    h('p', {className: 'fine'}, labels.questionNote),
  ])
}
