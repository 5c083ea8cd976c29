// How long after a save the preview shows it: a page of 7 kB is written again with another word in it, and
// Chromium watches the frame of a variant for that word, and the page for the messages of that save.
// `SAVES=30 node bench/preview.js` for more.
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'
import {median, printTable} from './measure.js'

const saves = Number(process.env.SAVES ?? 10)
const bytes = 7000

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const medical = fileURLToPath(new URL('../fixtures/projects/medical', import.meta.url))
const browsers = [
  process.env.PARLANCE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'))
cpSync(medical, folder, {recursive: true})
rmSync(join(folder, 'dist'), {recursive: true, force: true})
mkdirSync(join(folder, 'node_modules'))
symlinkSync(fileURLToPath(new URL('..', import.meta.url)), join(folder, 'node_modules/parlance-md'), 'dir')
const name = 'content/pertuzumab-mechanism.md'
const article = readFileSync(join(folder, name), 'utf8')
const paragraph =
  'The dose is given again as long as it helps, and each time its effects are looked at :cite[swain2015].\n'
const missing = Math.max(0, bytes - Buffer.byteLength(article))
const page = `${article}\n## More\n\n${`${paragraph}\n`.repeat(Math.ceil(missing / (paragraph.length + 1)))}`

/** The page as it is saved at some time: one sentence and one misspelled reader tell which. */
const savedAt = save => `${page}Save number ${save}.\n\n:only[x]{for=nobody${save}}\n`

async function startPreview() {
  const args = [cli, 'preview', folder, '--port', '0']
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']})
  const [url] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  if (child.exitCode !== null) throw new Error('The preview did not start')
  return {child, url: String(url).trim()}
}

const executablePath = browsers.find(place => place !== undefined && existsSync(place))
if (executablePath === undefined)
  throw new Error('This bench needs Chromium: set PARLANCE_CHROMIUM to its path')
const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']})
const {child, url} = await startPreview()
try {
  const tab = await browser.newPage()
  writeFileSync(join(folder, name), savedAt(0))
  await tab.goto(`${url}/page/${name}`)
  const shows = save =>
    tab.waitForFunction(
      ({text, shown}) => {
        const frames = [...document.querySelectorAll('iframe')]
        const isShown = frames.every(frame => frame.contentDocument?.body?.textContent?.includes(text))
        return isShown && document.querySelector('#messages')?.textContent?.includes(shown)
      },
      {text: `Save number ${save}.`, shown: `nobody${save}`},
      {polling: 'raf', timeout: 60_000},
    )
  await shows(0)
  await new Promise(resolve => setTimeout(resolve, 2000)) // until the watcher has looked around
  const times = []
  for (let save = 1; save <= saves; save++) {
    const start = performance.now()
    writeFileSync(join(folder, name), savedAt(save))
    await shows(save)
    times.push(performance.now() - start)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  const milliseconds = time => `${time.toFixed(0)} ms`
  const row = [median(times), Math.min(...times), Math.max(...times)].map(milliseconds)
  const size = Buffer.byteLength(savedAt(1))
  process.stdout.write(
    `${saves} saves of a page of ${size} bytes; every audience’s column and the messages are up to date.\n\n`,
  )
  process.stdout.write(
    `${printTable(['', 'median', 'fastest', 'slowest'], [['from save to shown', ...row]])}\n`,
  )
} finally {
  await browser.close()
  child.kill('SIGINT')
  await once(child, 'exit')
  rmSync(folder, {recursive: true, force: true})
}
