import type {PageState, PreviewedPage} from './preview-content.ts'

/** The list of pages. */
export function startOf(pages: readonly PreviewedPage[], site = 'Preview'): string {
  const items = pages.map(({path, title}) => {
    return `<li><a href="/page/${encodePath(path)}">${escapeHtml(title)}</a> <code>${escapeHtml(path)}</code></li>`
  })
  const list =
    items.length === 0
      ? '<p>There are no pages: <code>content</code> in the configuration says where they are.</p>'
      : `<ul class="pages">${items.join('')}</ul>`
  return document(`Pages – ${site}`, 'start', `<main><h1>Pages</h1>${list}</main>`, '')
}

/** The frame around the variants of one page; its script fills it. */
export function shellOf({path, title}: PageState): string {
  const body = `
<a class="skip" href="#variants">Skip to the variants</a>
<header class="bar" aria-label="Preview">
  <nav aria-label="Pages"><a href="/">All pages</a></nav>
  <h1>${escapeHtml(title)} <code>${escapeHtml(path)}</code></h1>
  <fieldset class="mode">
    <legend>Show</legend>
    <label><input type="radio" name="mode" value="side" checked> side by side</label>
    <label><input type="radio" name="mode" value="every"> all variants at once</label>
  </fieldset>
  <fieldset class="audiences"><legend>Audiences</legend></fieldset>
  <label class="together"><input type="checkbox" id="together" checked> scroll together</label>
  <p class="live" role="status" id="live">Connecting …</p>
</header>
<div id="problem" class="problem" role="alert" hidden></div>
<main id="variants" tabindex="-1" aria-label="Variants"></main>
<div class="below">
<section id="messages" class="messages" aria-label="Messages"></section>
<aside id="source" class="source" aria-label="Source" hidden>
  <header><h2 id="where" tabindex="-1"></h2><button type="button" id="close">Close</button></header>
  <div class="lines" tabindex="0" role="region" aria-label="Lines of the source"><ol id="lines"></ol></div>
</aside>
</div>`
  return document(`${title} – preview`, 'shell', body, '<script src="/preview.js" defer></script>')
}

function document(title: string, name: string, body: string, head: string): string {
  return `<!doctype html><html lang="en" class="${name}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/preview.css">${head}</head><body>${body}</body></html>\n`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const entities: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character)
}
