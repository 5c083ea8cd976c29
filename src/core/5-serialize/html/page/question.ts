import type {Element} from 'hast'
import {h} from 'hastscript'
import {type Document, questionOf} from '../../../language/index.ts'

/**
 * “Which best describes you?”: one link for each served audience, so that it works without any script. What a
 * script says and offers stands in attributes.
 *
 * @param current The answer that this page is for; absent on the page that asks.
 * @param folder Folder of the page; absent where the page has no slug: then there is nothing to link to.
 */
export function questionNav(
  document: Document,
  current: string | undefined,
  folder: string | undefined,
): Element {
  const question = questionOf(document, current, folder)
  const labels = document.settings.labels(document.locale)
  const choices = question.answers.map(({audience, label, description, current: isCurrent, href}) => {
    const mark = isCurrent ? [' ', h('span', {className: 'mark'}, `(${labels.currentAnswer})`)] : []
    const answer = [label, ...mark]
    const about = {className: 'answer', dataAudience: audience}
    const name =
      href === undefined
        ? h('span', {...about, ...(isCurrent && {ariaCurrent: 'true', dataLabel: label})}, answer)
        : h('a', {...about, href}, answer)
    return h('li', [name, ...(description === undefined ? [] : [h('p', description)])])
  })
  const spoken =
    folder === undefined ? {} : {dataRemember: labels.rememberAnswer, dataChanged: labels.answerChanged}
  return h('nav', {className: 'question', ariaLabel: question.label, ...spoken}, [
    h(current === undefined ? 'h1' : 'h2', question.label),
    h('p', question.help),
    h('ul', choices),
    h('p', {className: 'fine'}, question.note),
  ])
}
