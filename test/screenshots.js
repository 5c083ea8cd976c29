// Pictures of the fixture project's pages, for people to look at: all readers, light and dark, narrow and wide, in `screenshots/`.
// With `--readme`, the three that the README shows, in `docs/images/`.
import {existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {chromium} from 'playwright-core'
import {buildProject, loadProject} from '../dist/project.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const executablePath = [process.env.PARLANCE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  path => path !== undefined && existsSync(path),
)
if (executablePath === undefined)
  throw new Error(
    'Pictures need Chromium: `apt-get install -y chromium`, or set PARLANCE_CHROMIUM to its path.',
  )

const site = mkdtempSync(join(tmpdir(), 'parlance-pictures-'))
await buildProject(await loadProject({cwd: join(root, 'fixtures/projects/medical')}), {out: site})
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})

async function picture(path, file, {colorScheme = 'light', width, height, fullPage}) {
  const page = await browser.newPage({colorScheme, viewport: {width, height}})
  await page.goto(pathToFileURL(join(site, path, 'index.html')).href)
  await page.screenshot({path: join(root, file), fullPage})
  await page.close()
  process.stdout.write(`${file}\n`)
}

const slug = 'pertuzumab-mechanism'
const audiences = ['clinician', 'patient', 'student']
if (process.argv.includes('--readme')) {
  mkdirSync(join(root, 'docs/images'), {recursive: true})
  for (const id of audiences)
    await picture(`${id}/${slug}`, `docs/images/${id}.png`, {width: 760, height: 900, fullPage: false})
} else {
  mkdirSync(join(root, 'screenshots'), {recursive: true})
  const pages = [
    ['index', ''],
    ['question', slug],
    ['list', 'patient'],
    ['arabic', 'patient/hypoglycaemia-ar'],
  ]
  for (const id of audiences) pages.push([id, `${id}/${slug}`])
  for (const [name, path] of pages) {
    for (const colorScheme of ['light', 'dark']) {
      const file = `screenshots/${name}-${colorScheme}`
      await picture(path, `${file}.png`, {colorScheme, width: 1000, height: 800, fullPage: true})
      await picture(path, `${file}-320.png`, {colorScheme, width: 320, height: 640, fullPage: true})
    }
  }
}
await browser.close()
rmSync(site, {recursive: true, force: true})
