// Makes the question better where scripts run; all of it works without. The page in the reader's words is
// fetched from the link that stands there anyway, so no page holds the words of another reader.
;(() => {
  const memory = 'parlance-answer'
  const page = document
  const content = page.getElementById('content')
  if (!content) return // a template that puts the parts in place one by one
  let shown = location.pathname
  const status = page.createElement('p')
  status.className = 'status'
  status.setAttribute('role', 'status')
  page.body.append(status)

  // Storage may be forbidden; the page works all the same.
  const recall = () => {
    try {
      return localStorage.getItem(memory)
    } catch {
      return null
    }
  }
  const keep = answer => {
    try {
      if (answer === null) localStorage.removeItem(memory)
      else localStorage.setItem(memory, answer)
    } catch {}
  }

  const current = () => content.querySelector('.answer[aria-current]')

  const offerMemory = () => {
    const question = content.querySelector('.question')
    if (!question?.dataset.remember || question.querySelector('input')) return
    const label = page.createElement('label')
    const box = page.createElement('input')
    box.type = 'checkbox'
    const remembered = recall()
    box.checked = remembered !== null && remembered === (current()?.dataset.audience ?? remembered)
    box.addEventListener('change', () => {
      const answer = current()
      if (!box.checked) keep(null)
      else if (answer) keep(answer.dataset.audience)
    })
    label.className = 'remember'
    label.append(box, ` ${question.dataset.remember}`)
    question.querySelector('ul').after(label)
  }

  // The headings and how far from the top of the window they stand, nearest first: the other wording may lack
  // some of them.
  const places = () =>
    [...content.querySelectorAll('h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]')]
      .map(heading => [heading.id, heading.getBoundingClientRect().top])
      .sort(([, one], [, other]) => Math.abs(one) - Math.abs(other))

  let asked = 0
  const show = async (url, isNew) => {
    const turn = ++asked
    let fresh
    try {
      const response = await fetch(url)
      if (!response.ok) throw new Error(response.status)
      fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    } catch {
      if (turn === asked) location.href = url
      return
    }
    if (turn !== asked) return // the reader has chosen again since
    const next = fresh.getElementById('content')
    if (!next) {
      location.href = url
      return
    }
    const before = places()
    const scroll = scrollY
    if (isNew) history.pushState(null, '', url)
    shown = location.pathname
    page.title = fresh.title
    page.documentElement.lang = fresh.documentElement.lang
    page.documentElement.dir = fresh.documentElement.dir
    const facts =
      'meta[name=description],meta[property],link[rel=canonical],link[rel=alternate],script[type="application/ld+json"]'
    for (const old of page.head.querySelectorAll(facts)) old.remove()
    page.head.append(...fresh.head.querySelectorAll(facts))
    content.replaceChildren(...next.childNodes)
    const [id, top] = before.find(([known]) => page.getElementById(known)) ?? []
    const now = id === undefined ? 0 : page.getElementById(id).getBoundingClientRect().top
    scrollTo({top: id === undefined ? scroll : scrollY + now - top, behavior: 'instant'})
    offerMemory()
    const answer = current()
    if (!answer) return
    answer.tabIndex = -1
    answer.focus({preventScroll: true})
    const {changed = ''} = content.querySelector('.question').dataset
    status.textContent = changed.replace('{answer}', answer.dataset.label)
    if (isNew && recall() !== null) keep(answer.dataset.audience)
  }

  content.addEventListener('click', event => {
    const link = event.target.closest('a.answer')
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const box = content.querySelector('.remember input')
    if (box?.checked) keep(link.dataset.audience)
    // The page that only asks leads on by the link, and so do files that no server gives.
    if (!current() || location.protocol === 'file:') return
    event.preventDefault()
    show(link.href, true)
  })
  addEventListener('popstate', () => {
    if (location.pathname !== shown) show(location.href, false)
  })

  offerMemory()
  const remembered = recall()
  const choice = [...content.querySelectorAll('a.answer')].find(link => link.dataset.audience === remembered)
  if (choice && !current()) location.replace(choice.href)
})()
