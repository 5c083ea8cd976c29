// Pictures for people to look at: pages of the fixture project for all readers, light and dark, narrow and
// wide, in `screenshots/`. With `--readme`, the one that the README shows, `docs/images/variants.png`.
import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {compile, render} from 'parlance-md'
import {type BrowserContextOptions, chromium} from 'playwright-core'
import {findBrowser} from './support/find-browser.ts'

const root = join(import.meta.dirname, '..')

/** Save what a page shows, in all its height. */
async function takePicture(url: string, file: string, options: BrowserContextOptions): Promise<void> {
  const page = await browser.newPage(options)
  await page.goto(url)
  await page.screenshot({path: join(root, file), fullPage: true})
  await page.close()
  process.stdout.write(`${file}\n`)
}

/** The article of the README’s tour, and what each reader gets of it. */
function tourPage(): string {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const source = /```markdown file=aspirin\.md\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const document = compile(source, {path: 'aspirin.md'})
  const written = source
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/:+\w+\{[^}]*\}|:{2,}\w*|:\w+(?=\[)|\{\w+="[^}]*\}/g, '<b>$&</b>')
  const readings = document.audiences.map(audience => {
    const {value} = render(document, {audience})
    return `<article class="${audience}"><h1>The ${audience} reads</h1>${value}</article>`
  })
  return `<!doctype html><meta charset="utf-8"><style>
    body {margin: 0; padding: 20px; background: #f4f6f8; color: #1b2430; font: 14px/1.45 "Noto Sans", sans-serif}
    main {display: grid; grid-template-columns: 480px 1fr; gap: 16px}
    pre, article {margin: 0; padding: 12px 18px; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px}
    pre {white-space: pre-wrap; font: 12.5px/1.55 "DejaVu Sans Mono", monospace}
    b {color: #0b5d8a; font-weight: normal}
    h1 {margin: 0 0 6px; font: 600 12.5px "Noto Sans", sans-serif; color: #51606f}
    div {display: grid; gap: 12px}
    article {border-left: 5px solid #0b5d8a}
    .patient {border-left-color: #1b7a4b}
    .student {border-left-color: #9a5b00}
    h2 {margin: 8px 0 0; font-size: 13px}
    h3 {margin: 4px 0 0; font: italic 12.5px "Noto Sans", sans-serif; color: #51606f}
    p, ul, ol {margin: 3px 0}
    ul, ol {padding-left: 20px}
    section {font-size: 12.5px}
    section li {margin: 1px 0}
    a {color: #0b5d8a; text-decoration: none}
  </style><main><pre><h1>One source</h1>${written}</pre><div>${readings.join('')}</div></main>`
}

async function takePagesOfProject(): Promise<void> {
  const {buildProject, loadProject} = await import('parlance-md/project')
  const site = mkdtempSync(join(tmpdir(), 'parlance-pictures-'))
  await buildProject(await loadProject({cwd: join(root, 'fixtures/projects/medical')}), {out: site})
  mkdirSync(join(root, 'screenshots'), {recursive: true})
  const slug = 'pertuzumab-mechanism'
  const pages = [
    ['index', ''],
    ['question', slug],
    ['list', 'patient'],
    ['arabic', 'patient/hypoglycaemia-ar'],
    ...['clinician', 'patient', 'student'].map(id => [id, `${id}/${slug}`]),
  ]
  for (const [name = '', path = ''] of pages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const url = pathToFileURL(join(site, path, 'index.html')).href
      const file = `screenshots/${name}-${colorScheme}`
      await takePicture(url, `${file}.png`, {colorScheme, viewport: {width: 1000, height: 800}})
      await takePicture(url, `${file}-320.png`, {colorScheme, viewport: {width: 320, height: 640}})
    }
  }
  rmSync(site, {recursive: true, force: true})
}

const {executablePath, env} = findBrowser()
const browser = await chromium.launch({
  executablePath,
  env: {...process.env, ...env},
  args: ['--no-sandbox', '--disable-gpu'],
})
if (process.argv.includes('--readme'))
  await takePicture(
    `data:text/html;base64,${Buffer.from(tourPage()).toString('base64')}`,
    'docs/images/variants.png',
    {viewport: {width: 1100, height: 100}, deviceScaleFactor: 1.5},
  )
else await takePagesOfProject()
await browser.close()
