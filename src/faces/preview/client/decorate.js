/** How marks of the preview look inside a page. */
export const frameStyle = `
[data-line]{cursor:pointer}
[data-line]:focus-visible,[data-line].parlance-current{outline:3px solid #7a3ff2;outline-offset:3px;border-radius:2px}
.parlance-message{margin:.4rem 0;padding:.35rem .7rem;border-inline-start:5px solid #0b57a4;background:#eef4fc;color:#14202e;font:.85rem/1.4 system-ui,sans-serif;text-align:start}
.parlance-message.warning{border-color:#8a5a00;background:#fff6e0}
.parlance-message.error{border-color:#a3231c;background:#fdecea}
.parlance-message b{text-transform:uppercase;font-size:.75rem;letter-spacing:.03em}
.parlance-message code{font-size:.78rem}
div[data-for]{margin:.8rem 0;padding:.1rem .7rem;border:1px dashed #7a3ff2;border-radius:.3rem}
span[data-for]{padding:0 .2rem;border-block-end:2px solid #7a3ff2}
.badge{display:inline-block;margin:.3rem .3rem .1rem 0;padding:.05rem .45rem;border-radius:1rem;background:#5b23c9;color:#fff;font:600 .75rem/1.5 system-ui,sans-serif}
`

const isLeaf = block => !block.querySelector('[data-line]')

/** Blocks of a page that hold no others, in document order. */
export const blocksOf = page => [...page.querySelectorAll('[data-line]')].filter(isLeaf)

const placeOf = block => ({
  line: Number(block.dataset.line),
  end: Number(block.dataset.end),
  file: block.dataset.file,
})

/** The block that a line is in; else the last one before it. */
export const blockAt = (page, line, file) => {
  const own = blocksOf(page).filter(block => block.dataset.file === file)
  const within = own.filter(block => Number(block.dataset.line) <= line && Number(block.dataset.end) >= line)
  const before = own.filter(block => Number(block.dataset.end) < line && !block.closest('.footnotes'))
  return within.at(-1) ?? before.at(-1)
}

const noteFor = (page, {severity, reason, line, file, ruleId}, path) => {
  const note = page.createElement('aside')
  note.className = `parlance-message ${severity}`
  note.lang = 'en'
  note.dir = 'ltr'
  note.setAttribute('role', 'note')
  const kind = page.createElement('b')
  kind.textContent = severity
  const rule = page.createElement('code')
  rule.textContent = ruleId
  const place = line === undefined ? '' : ` ${file && file !== path ? `${file}:` : 'line '}${line}`
  note.append(kind, `${place}: ${reason} `, rule)
  return note
}

/** Put messages beside the blocks that they are about, and let blocks lead to their source. */
export const decorate = (page, {path, messages, show, follow}) => {
  for (const note of page.querySelectorAll('.parlance-message')) note.remove()
  const last = new Map()
  for (const message of messages) {
    const file = message.file === path ? undefined : message.file
    const block = message.line === undefined ? undefined : blockAt(page, message.line, file)
    const note = noteFor(page, message, path)
    const before = last.get(block)
    if (before) before.after(note)
    else if (!block) (page.querySelector('.body') ?? page.body).prepend(note)
    else if (block.localName === 'li') block.append(note)
    else block.after(note)
    last.set(block, note)
  }
  const blocks = blocksOf(page)
  const focused = blocks.find(block => block.tabIndex === 0) ?? blocks[0]
  for (const block of blocks) block.tabIndex = block === focused ? 0 : -1
  // Once for each document: what is put into it later is reached through it.
  page.documentElement.onclick = event => {
    const link = event.target.closest?.('a[href]')
    if (link) {
      const href = link.getAttribute('href')
      if (href.startsWith('#')) return
      event.preventDefault()
      follow(href)
      return
    }
    const block = event.target.closest?.('[data-line]')
    if (block && !event.target.closest('.parlance-message')) select(page, block, show)
  }
  page.documentElement.onkeydown = event => {
    const block = event.target.closest?.('[data-line]')
    if (!block || event.target !== block) return
    const all = blocksOf(page)
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key]
    const next = step && all[all.indexOf(block) + step]
    if (next) {
      event.preventDefault()
      block.tabIndex = -1
      next.tabIndex = 0
      next.focus()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      select(page, block, show)
    }
  }
}

const select = (page, block, show) => {
  for (const other of page.querySelectorAll('.parlance-current')) other.classList.remove('parlance-current')
  block.classList.add('parlance-current')
  const leaf = isLeaf(block) ? block : undefined
  if (leaf) {
    for (const other of blocksOf(page)) other.tabIndex = other === leaf ? 0 : -1
    leaf.focus({preventScroll: true})
  }
  show({...placeOf(block), from: block})
}
