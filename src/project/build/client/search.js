// Searches the pages of one audience, in the reader's browser: the index is fetched from beside this page,
// and no word that is typed leaves it. The list of all pages stands below in any case.
import MiniSearch from 'minisearch'

;(() => {
  const page = document
  const form = page.querySelector('form.search')
  const {index, found, none, failed} = form.dataset
  const input = form.querySelector('input')
  const list = page.createElement('ol')
  const status = page.createElement('p')
  list.className = 'pages'
  status.setAttribute('role', 'status')
  form.append(status, list)
  form.hidden = false

  let engine
  const open = async () => {
    const response = await fetch(index)
    if (!response.ok) throw new Error(response.status)
    const {pages} = await response.json()
    const search = new MiniSearch({
      fields: ['title', 'description', 'headings', 'text'],
      storeFields: ['title', 'description', 'url', 'lang'],
      searchOptions: {
        prefix: true,
        fuzzy: 0.15,
        combineWith: 'AND',
        boost: {title: 4, headings: 2, description: 2},
      },
    })
    search.addAll(pages.map((entry, id) => ({...entry, id, headings: entry.headings.join(' ')})))
    return search
  }

  const show = async () => {
    const words = input.value.trim()
    list.replaceChildren()
    status.textContent = ''
    if (!words) return
    try {
      engine ??= open()
      const results = (await engine).search(words)
      if (words !== input.value.trim()) return
      status.textContent = results.length ? found.replace('{number}', results.length) : none
      for (const {title, description, url, lang} of results.slice(0, 20)) {
        const item = page.createElement('li')
        const link = page.createElement('a')
        link.href = url
        link.textContent = title
        item.lang = lang
        item.append(link)
        if (description) {
          const about = page.createElement('p')
          about.textContent = description
          item.append(about)
        }
        list.append(item)
      }
    } catch {
      engine = undefined
      status.textContent = failed
    }
  }

  let timer
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(show, 120)
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    show()
  })
})()
