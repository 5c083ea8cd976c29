import {decorate, frameStyle} from './decorate.js'
import {Scrolling} from './scrolling.js'
import {SourcePanel} from './source-panel.js'

// The page around the variants. Everything that it shows comes from the server after each save, as a whole:
// what an answer does not name any more is gone.

const path = location.pathname.replace(/^\/page\//, '')
const get = id => document.getElementById(id)
const variants = get('variants')
const live = get('live')
const problem = get('problem')
const list = get('messages')
const choices = document.querySelector('.audiences')

const make = (name, properties = {}, ...children) => {
  const element = document.createElement(name)
  Object.assign(element, properties)
  element.append(...children)
  return element
}

const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

const panel = new SourcePanel(path)
const scrolling = new Scrolling(() => get('together').checked)

/** Columns by audience; the one with everything by the empty name. */
const columns = new Map()
let asked = 0
let wanted = false
let loading = false
let state

const memory = 'parlance-preview-hidden'
const hidden = new Set()
try {
  for (const id of JSON.parse(sessionStorage.getItem(memory) ?? '[]')) hidden.add(id)
} catch {} // storage may be forbidden

const mode = () => document.querySelector('input[name=mode]:checked').value

const column = (audience, label, url) => {
  const known = columns.get(audience)
  if (known) return known
  const heading = make('h2', {id: `variant-${audience || 'every'}`, textContent: label})
  const facts = make('div', {className: 'facts'})
  const frame = make('iframe', {title: label, src: `/frame/${audience || 'every'}/${path}`})
  const section = make('section', {className: 'variant'}, make('header', {}, heading, facts), frame)
  section.setAttribute('aria-labelledby', heading.id)
  const made = {audience, section, facts, frame, url, text: undefined}
  made.ready = new Promise(resolve => frame.addEventListener('load', resolve, {once: true}))
  columns.set(audience, made)
  return made
}

/** Put a new text into a frame without loading it again: it stays where it was scrolled to. */
const fill = async (made, run) => {
  const [answer] = await Promise.all([fetch(made.url), made.ready])
  const text = await answer.text()
  if (run !== asked) return
  const page = made.frame.contentDocument
  if (answer.ok && text !== made.text) {
    // Style becomes a sheet of the frame: in a text that is parsed here, the policy of this page would refuse
    // it.
    const styles = []
    const rest = text.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, rules) => {
      styles.push(rules)
      return ''
    })
    const parsed = new DOMParser().parseFromString(rest, 'text/html')
    for (const script of parsed.querySelectorAll('script')) script.remove()
    page.documentElement.lang = parsed.documentElement.lang
    page.documentElement.dir = parsed.documentElement.dir
    page.title = parsed.title
    page.adoptedStyleSheets = [styles.join('\n'), frameStyle].map(rules => {
      const sheet = new made.frame.contentWindow.CSSStyleSheet()
      sheet.replaceSync(rules)
      return sheet
    })
    page.head.replaceChildren(
      page.querySelector('title') ?? '',
      ...parsed.querySelectorAll('link[rel=stylesheet]'),
    )
    page.body.replaceChildren(...parsed.body.childNodes)
    made.text = text
  }
  if (!answer.ok) page.body.replaceChildren()
  decorate(page, {
    path: state.path,
    messages: state.messages.filter(
      ({audiences}) => made.audience === '' || !audiences || audiences.includes(made.audience),
    ),
    show: block => panel.show(block),
    follow: href => follow(href, made.audience),
  })
  scrolling.add(made.frame)
}

/** A link out of a page: to another page of the project, or away. */
const follow = async (href, audience) => {
  const from = new URL(`/${audience || 'every'}/${state.slug ?? ''}/`, location.origin)
  const to = new URL(href, from)
  if (to.origin !== location.origin) {
    open(to.href, '_blank', 'noopener')
    return
  }
  const slug = decodeURIComponent(to.pathname).replace(/^\/[^/]+\/|\/$/g, '')
  const pages = await (await fetch('/pages')).json()
  const page = pages.find(candidate => candidate.slug === slug)
  if (page) location.href = `/page/${page.path.split('/').map(encodeURIComponent).join('/')}`
}

const showFacts = ({facts}, {wordCount, citations, fallbacks, measures}) => {
  const isOpen = facts.querySelector('details')?.open ?? false
  const line = make('p', {
    textContent: [
      count(wordCount, 'word'),
      count(citations.length, 'citation'),
      count(fallbacks.length, 'fallback'),
      ...measures.map(({name, value}) => `${name}: ${value}`),
    ].join(' · '),
  })
  facts.replaceChildren(line)
  if (citations.length + fallbacks.length === 0) return
  const items = [
    ...citations.map(({key, number, title}) =>
      make('li', {}, `${number}. `, make('code', {textContent: key}), ` ${title}`),
    ),
    ...fallbacks.map(({group, used}) =>
      make('li', {}, make('code', {textContent: group}), ` has the wording for ${used}`),
    ),
  ]
  facts.append(
    make(
      'details',
      {open: isOpen},
      make('summary', {textContent: 'Citations and fallbacks'}),
      make('ul', {}, ...items),
    ),
  )
}

const showMessages = messages => {
  const heading = make('h2', {
    textContent: messages.length === 0 ? 'No messages' : count(messages.length, 'message'),
  })
  const items = messages.map(message => {
    const {severity, reason, line, column: at, file, ruleId} = message
    const place = `${file && file !== state.path ? `${file}:` : ''}${line === undefined ? '' : `${line}:${at}`}`
    const button = make(
      'button',
      {type: 'button'},
      make('span', {className: `severity ${severity}`, textContent: severity}),
      ` ${place} `,
      make('span', {textContent: reason}),
      ' ',
      make('code', {textContent: ruleId}),
    )
    button.addEventListener('click', () => {
      if (line === undefined) return
      scrolling.toLine(line, file === state.path ? undefined : file)
      void panel.show({line, end: message.endLine ?? line, file: file ?? state.path, from: button})
    })
    return make('li', {}, button)
  })
  list.replaceChildren(heading, make('ul', {}, ...items))
}

const showChoices = () => {
  const known = [...choices.querySelectorAll('input')].map(({value}) => value).join(' ')
  if (known === state.variants.map(({audience}) => audience).join(' ')) return
  const labels = state.variants.map(({audience}) => {
    const box = make('input', {type: 'checkbox', value: audience, checked: !hidden.has(audience)})
    box.addEventListener('change', () => {
      if (box.checked) hidden.delete(audience)
      else hidden.add(audience)
      try {
        sessionStorage.setItem(memory, JSON.stringify([...hidden]))
      } catch {}
      void show(asked)
    })
    return make('label', {}, box, ` ${audience}`)
  })
  choices.replaceChildren(make('legend', {textContent: 'Audiences'}), ...labels)
}

const show = async run => {
  showChoices()
  showMessages(state.messages)
  problem.hidden = state.problem === undefined
  problem.textContent =
    state.problem === undefined
      ? ''
      : `${state.problem}\nWhat you see was made with the last configuration that could be used.`
  const every = mode() === 'every'
  choices.hidden = every
  const wantedColumns = every
    ? [column('', 'All variants at once – not for publication', `/every/${path}`)]
    : state.variants
        .filter(({audience}) => !hidden.has(audience))
        .map(({audience, label}) => column(audience, `${audience}: ${label}`, `/variant/${audience}/${path}`))
  for (const [name, made] of columns) {
    if (wantedColumns.includes(made)) continue
    made.section.remove()
    columns.delete(name)
    scrolling.remove(made.frame)
  }
  for (const [index, made] of wantedColumns.entries()) {
    if (variants.children[index] !== made.section)
      variants.insertBefore(made.section, variants.children[index] ?? null)
    const facts = state.variants.find(({audience}) => audience === made.audience)
    if (facts) showFacts(made, facts)
    else
      made.facts.replaceChildren(
        make('p', {textContent: 'Every wording under a badge that says whom it is for.'}),
      )
  }
  for (const note of variants.querySelectorAll(':scope > .nobody')) note.remove()
  if (state.variants.length === 0 && !every)
    variants.append(
      make('p', {
        className: 'nobody',
        textContent: 'Nobody gets this page as it stands; the messages say why.',
      }),
    )
  await Promise.all(wantedColumns.map(made => fill(made, run)))
  if (run !== asked) return
  const of = severity => state.messages.filter(message => message.severity === severity).length
  live.textContent = `Up to date: ${count(of('error'), 'error')}, ${count(of('warning'), 'warning')}.`
  document.documentElement.dataset.generation = state.generation
}

/** Ask for the page as it stands now; what changes while that is under way is asked for behind it. */
const load = async () => {
  wanted = true
  if (loading) return
  loading = true
  while (wanted) {
    wanted = false
    const run = ++asked
    try {
      const answer = await fetch(`/state/${path}`)
      if (!answer.ok)
        throw new Error(
          answer.status === 404 ? 'This page is no more.' : `The preview answers ${answer.status}.`,
        )
      state = await answer.json()
      await show(run)
      await panel.refresh()
    } catch (error) {
      live.textContent = error.message === 'Failed to fetch' ? 'The preview has stopped.' : error.message
      if (error.message === 'This page is no more.') {
        variants.replaceChildren()
        columns.clear()
        list.replaceChildren()
      }
    }
  }
  loading = false
}

for (const input of document.querySelectorAll('input[name=mode]'))
  input.addEventListener('change', () => state && void show(asked))

const events = new EventSource('/events')
events.addEventListener('change', () => void load())
events.addEventListener('error', () => {
  live.textContent = 'The preview has stopped; this page goes on when it runs again.'
})
