import {blockAt, blocksOf} from './decorate.js'

/** Keeps frames at the same line of the source: where one is scrolled to, the others follow. */
export class Scrolling {
  #isOn
  /** Frames, and where each was put by us. */
  #frames = new Map()

  constructor(isOn) {
    this.#isOn = isOn
  }

  add(frame) {
    if (this.#frames.has(frame)) return
    this.#frames.set(frame, undefined)
    frame.contentWindow.addEventListener('scroll', () => this.#follow(frame), {passive: true})
  }

  remove(frame) {
    this.#frames.delete(frame)
  }

  /** Show a line in every frame that has it. */
  toLine(line, file) {
    for (const frame of this.#frames.keys()) {
      const page = frame.contentDocument
      const block = blockAt(page, line, file)
      for (const other of page.querySelectorAll('.parlance-current'))
        other.classList.remove('parlance-current')
      if (!block) continue
      block.classList.add('parlance-current')
      const top = block.getBoundingClientRect().top + frame.contentWindow.scrollY
      this.#put(frame, Math.max(0, top - 40))
    }
  }

  #follow(frame) {
    const {scrollY} = frame.contentWindow
    const put = this.#frames.get(frame)
    if (put !== undefined && Math.abs(put - scrollY) < 2) return // that was us
    this.#frames.set(frame, undefined)
    if (!this.#isOn()) return
    const line = scrollY < 1 ? 0 : lineAtTop(frame)
    for (const other of this.#frames.keys())
      if (other !== frame) this.#put(other, line === 0 ? 0 : topOf(other, line))
  }

  #put(frame, top) {
    const {scrollHeight, clientHeight} = frame.contentDocument.documentElement
    const reached = Math.round(Math.min(Math.max(0, top), Math.max(0, scrollHeight - clientHeight)))
    this.#frames.set(frame, reached)
    frame.contentWindow.scrollTo({top: reached, behavior: 'instant'})
  }
}

/** Blocks of the page's own text in the order of their lines, with their places on the page. */
const measured = frame => {
  const page = frame.contentDocument
  const {scrollY} = frame.contentWindow
  return blocksOf(page)
    .filter(block => block.dataset.file === undefined && !block.closest('.footnotes'))
    .map(block => {
      const {top, bottom} = block.getBoundingClientRect()
      const line = Number(block.dataset.line)
      return {line, end: Number(block.dataset.end) + 1, top: top + scrollY, bottom: bottom + scrollY}
    })
    .sort((left, right) => left.line - right.line)
}

/** The line at the upper edge of a frame, with the part of it that is above. */
const lineAtTop = frame => {
  const {scrollY} = frame.contentWindow
  let above = {end: 0, bottom: 0}
  for (const block of measured(frame)) {
    if (block.bottom > scrollY) {
      if (block.top >= scrollY) return between(scrollY, above.bottom, block.top, above.end, block.line)
      return between(scrollY, block.top, block.bottom, block.line, block.end)
    }
    above = block
  }
  return above.end
}

/** Where a line stands on a page. */
const topOf = (frame, line) => {
  let above = {end: 0, bottom: 0}
  for (const block of measured(frame)) {
    if (line < block.line) return between(line, above.end, block.line, above.bottom, block.top)
    if (line < block.end) return between(line, block.line, block.end, block.top, block.bottom)
    above = block
  }
  return above.bottom
}

const between = (value, from, to, first, last) =>
  to <= from ? first : first + ((value - from) / (to - from)) * (last - first)
