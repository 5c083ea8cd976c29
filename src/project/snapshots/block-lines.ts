const blocks = new Set(
  (
    'html head title meta link script body header footer main nav section article aside div form fieldset details ' +
    'summary h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote figure figcaption table caption thead tbody tfoot tr hr pre'
  ).split(' '),
)

/** Their last tag stands alone, since blocks stand before it. */
const boxes = new Set(
  'html head body header footer main nav section article aside div form details ul ol dl blockquote figure table thead tbody tr'.split(
    ' ',
  ),
)

/** Where a block begins; no output holds it. */
const edge = '\0'

/** A tag with its attributes, which may hold `>`; or a comment. */
const tag = /<!--[\s\S]*?-->|<\/?([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/gi

/**
 * HTML with one block a line, so that a comparison of two versions shows the block that changed. It is for
 * people to read; what stands in `pre` stays as it is.
 */
export function blockLines(html: string): string {
  let preformatted = 0
  const lines = html.replace(tag, (whole, named?: string) => {
    const name = named?.toLowerCase() ?? ''
    const closes = whole.startsWith('</')
    if (name === 'pre') preformatted += closes ? -1 : 1
    if (closes) return preformatted === 0 && boxes.has(name) ? `${edge}${whole}` : whole
    const inside = name === 'pre' ? preformatted > 1 : preformatted > 0
    return blocks.has(name) && !inside ? `${edge}${whole}` : whole
  })
  return `${lines.replace(/\s*\0/g, '\n').trim()}\n`
}
