import {parseFragment} from 'parse5'
import {titles} from './model.js'

/**
 * What a reader reads: the text of the body without blanks, and the titles of the references in their order.
 *
 * @param {string} html
 */
export function readingOf(html) {
  const text = textOf(parseFragment(html)).replace(/\s+/g, '')
  const end = text.lastIndexOf('References')
  const list = text.slice(end)
  const cited = [...titles.values()]
    .map(title => ({title, at: list.search(new RegExp(`${title.replace(/\s+/g, '')}(?!\\d)`))}))
    .filter(({at}) => at >= 0)
    .sort((left, right) => left.at - right.at)
    .map(({title}) => title)
  return {body: text.slice(0, end), cited}
}

function textOf(node) {
  if (node.nodeName === '#text') return node.value
  return (node.childNodes ?? []).map(textOf).join('')
}

/**
 * @param {string} name Of the system.
 * @param {string} html
 * @param {ReturnType<typeof readingOf>} expected
 * @throws {Error} Where a reader reads something else; it shows the first difference.
 */
export function assertSame(name, html, expected) {
  const actual = readingOf(html)
  let at = 0
  while (at < expected.body.length && actual.body[at] === expected.body[at]) at++
  if (at < Math.max(expected.body.length, actual.body.length))
    throw new Error(
      `${name} differs at ${at}: …${actual.body.slice(at - 40, at + 40)}… instead of …${expected.body.slice(at - 40, at + 40)}…`,
    )
  if (actual.cited.join() !== expected.cited.join())
    throw new Error(`${name} lists ${actual.cited.join()} instead of ${expected.cited.join()}`)
}
