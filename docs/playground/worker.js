import {check, compile, messageToJson, render, resolveConfig} from './parlance.js'

const {settings} = resolveConfig()

/** Which reader is called what, by the configuration. */
const labels = new Map([...settings.audiences].map(({id, label}) => [id, label]))

const marks = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
])

/** A body under its title: without the chrome of a whole page, which would take the room of three. */
function titled(title = '', body) {
  return `<h1>${title.replace(/[&<]/g, mark => marks.get(mark))}</h1>\n${body}`
}

addEventListener('message', ({data: {turn, source, format}}) => {
  const document = compile(source, {path: 'playground.md'})
  const readers = document.audiences.map(id => {
    const options = {audience: id, format, width: 44}
    const published = render(document, options)
    const held = published.messages.some(({fatal}) => fatal === true)
    const {value, meta} = held ? render(document, {...options, draft: true}) : published
    const shown = format === 'html' ? titled(meta.title, value) : value
    return {id, label: labels.get(id), value: shown, held, words: meta.wordCount}
  })
  postMessage({turn, format, readers, messages: check(document).messages.map(messageToJson)})
})
