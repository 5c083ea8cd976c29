import {example} from './example.js'

const source = document.getElementById('source')
const format = document.getElementById('format')
const readers = document.getElementById('readers')
const messages = document.getElementById('messages')
const summary = document.getElementById('summary')

/** Milliseconds after which a source is given up: what is typed next begins anew. */
const patience = 10_000

let worker
let turn = 0
let waiting
let late

function start() {
  worker = new Worker('worker.js', {type: 'module'})
  worker.addEventListener('message', ({data}) => {
    clearTimeout(late)
    waiting = undefined
    if (data.turn === turn) show(data)
    else ask()
  })
  worker.addEventListener('error', event => {
    clearTimeout(late)
    summary.textContent = `Parlance failed: ${event.message}`
    restart()
  })
}

function restart() {
  worker.terminate()
  waiting = undefined
  start()
}

/** Have the source rendered; while that goes on, only the last state is kept for later. */
function ask() {
  if (waiting !== undefined) return
  waiting = turn
  worker.postMessage({turn, source: source.value, format: format.value})
  late = setTimeout(() => {
    summary.textContent = 'This takes too long, and was given up.'
    restart()
  }, patience)
}

function change() {
  turn += 1
  ask()
}

function show({format: shown, readers: found, messages: said}) {
  const panels = found.map(reader => panelOf(reader.id) ?? makePanel(reader))
  if (
    panels.length !== readers.children.length ||
    panels.some((panel, index) => readers.children[index] !== panel)
  )
    readers.replaceChildren(...panels)
  for (const [index, reader] of found.entries()) fill(panels[index], reader, shown)
  messages.replaceChildren(...said.map(makeMessage))
  summary.textContent = summarize(said)
}

const panelOf = id => [...readers.children].find(panel => panel.dataset.reader === id)

function makePanel({id, label}) {
  const panel = element('section', {className: 'reader'})
  panel.dataset.reader = id
  const title = element('h3', {id: `reader-${id}`, textContent: id, title: label})
  panel.setAttribute('aria-labelledby', title.id)
  panel.append(title, element('p', {}), element('div', {}))
  return panel
}

function fill(panel, {id, value, held, words}, shown) {
  panel.children[1].textContent = held
    ? 'Held back for its errors: a draft'
    : `${words} ${words === 1 ? 'word' : 'words'}`
  if (panel.dataset.value === value && panel.dataset.format === shown) return
  panel.dataset.value = value
  panel.dataset.format = shown
  const old = panel.children[2]
  if (shown === 'html') {
    if (old instanceof HTMLIFrameElement) replacePage(old, value)
    else old.replaceWith(makePage(id, value))
  } else {
    const output = element('pre', {className: 'output', textContent: value, tabIndex: 0, role: 'region'})
    output.setAttribute('aria-label', `Output for ${id}`)
    old.replaceWith(output)
  }
}

const blank = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="reader.css"><main></main>'

/** A frame without scripts; it is of this origin, so that it can be filled anew without losing its place. */
function makePage(id, value) {
  const frame = element('iframe', {title: `Page for ${id}`, srcdoc: blank})
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.dataset.value = value
  frame.addEventListener('load', () => replacePage(frame, frame.dataset.value))
  return frame
}

function replacePage(frame, value) {
  frame.dataset.value = value // for when it is loaded
  const main = frame.contentDocument?.querySelector('main')
  if (main !== null && main !== undefined) main.innerHTML = value
}

function makeMessage({severity, ruleId, reason, line, column, audiences}) {
  const item = element('li', {})
  const place = element('button', {type: 'button', textContent: `${line ?? 1}:${column ?? 1}`})
  place.setAttribute('aria-label', `Go to line ${line ?? 1}, column ${column ?? 1}`)
  place.addEventListener('click', () => goTo(line ?? 1, column ?? 1))
  const whom = audiences === undefined || audiences.length === 0 ? '' : ` (${audiences.join(', ')})`
  item.append(
    place,
    element('span', {className: `severity ${severity}`, textContent: severity}),
    element('span', {className: 'text', textContent: `${reason}${whom}`}),
    element('code', {textContent: ruleId}),
  )
  return item
}

function goTo(line, column) {
  const before = source.value.split('\n').slice(0, line - 1)
  const offset = before.reduce((sum, text) => sum + text.length + 1, 0) + column - 1
  source.focus()
  source.setSelectionRange(offset, offset)
}

function summarize(said) {
  const counts = ['error', 'warning', 'info'].flatMap(severity => {
    const count = said.filter(message => message.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}${count === 1 || severity === 'info' ? '' : 's'}`]
  })
  return counts.length === 0 ? 'None: all is well.' : counts.join(', ')
}

const element = (name, properties) => Object.assign(document.createElement(name), properties)

source.addEventListener('input', change)
format.addEventListener('change', change)
document.getElementById('reset').addEventListener('click', () => {
  source.value = example
  change()
  source.focus()
})

source.value = example
start()
change()
