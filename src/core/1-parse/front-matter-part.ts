const fence = /^---[\t ]*$/

/**
 * The part of a source that its front matter takes, with both its lines of `---`; empty where it has none.
 *
 * @see https://github.com/micromark/micromark-extension-frontmatter#syntax
 */
export function frontMatterPart(text: string): string {
  let line = 0
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start <= text.length) {
    const found = /\r\n|\n|\r/g
    found.lastIndex = start
    const ending = found.exec(text)
    const end = ending?.index ?? text.length
    const isFence = fence.test(text.slice(start, end))
    if (line === 0 && !isFence) return ''
    if (line > 0 && isFence) return text.slice(0, end)
    if (ending === null) return ''
    start = found.lastIndex
    line++
  }
  return ''
}
