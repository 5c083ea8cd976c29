/** Lines of the source around a block. */
export class SourcePanel {
  #path
  #place
  #panel = document.getElementById('source')
  #where = document.getElementById('where')
  #lines = document.getElementById('lines')

  /** @param path Path of the page as it stands in addresses. */
  constructor(path) {
    this.#path = path
    document.getElementById('close').addEventListener('click', () => this.close())
    this.#panel.addEventListener('keydown', ({key}) => {
      if (key === 'Escape') this.close()
    })
  }

  /**
   * @param place First and last line from 1, the included file that they are of, and what has the focus again
   * afterwards.
   */
  async show(place) {
    this.#place = place
    this.#panel.hidden = false
    await this.refresh()
    this.#where.focus()
  }

  /** Show what stands there now. */
  async refresh() {
    const place = this.#place
    if (!place) return
    const query = place.file === undefined ? '' : `?file=${encodeURIComponent(place.file)}`
    const answer = await fetch(`/source/${this.#path}${query}`)
    if (place !== this.#place) return
    const {file, text} = answer.ok ? await answer.json() : {file: place.file ?? '', text: ''}
    const {line, end} = place
    this.#where.textContent = `${file}:${line}${end > line ? `–${end}` : ''}`
    const from = Math.max(1, line - 4)
    const shown = text.split(/\r\n|\r|\n/).slice(from - 1, end + 4)
    this.#lines.start = from
    this.#lines.replaceChildren(
      ...shown.map((written, index) => {
        const item = document.createElement('li')
        const code = document.createElement('code')
        const number = from + index
        code.textContent = written === '' ? '\u00a0' : written
        if (number >= line && number <= end) item.className = 'meant'
        item.append(code)
        return item
      }),
    )
    this.#lines.querySelector('.meant')?.scrollIntoView({block: 'nearest'})
  }

  close() {
    const {from} = this.#place ?? {}
    this.#place = undefined
    this.#panel.hidden = true
    from?.focus()
  }
}
