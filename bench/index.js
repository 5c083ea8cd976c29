// Every bench, one after the other, on a quiet machine; writes docs/performance.md from what they print.
import {spawn} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {fileURLToPath} from 'node:url'

/** Headings, and the files that print what stands below them, as Markdown. */
const parts = [
  ['Pages', 'pages.js'],
  ['Against one parse', 'render.js'],
  ['Many pages', 'build.js'],
  ['The command line', 'start.js'],
  ['HTTP', 'http.js'],
  ['Citations', 'citations.js'],
]

/** What one bench prints, which is shown as it comes. */
function outputOf(file) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', chunk => {
      text += chunk
      process.stdout.write(chunk)
    })
    child.once('error', reject)
    child.once('close', status => {
      if (status === 0) resolve(text.trim())
      else reject(new Error(`${file} ended with ${status}`))
    })
  })
}

const page = new URL('../docs/performance.md', import.meta.url)
const mark = '<!-- What follows is written by `npm run bench`. -->'
const [head] = readFileSync(page, 'utf8').split(mark)
const [{model = ''} = {}] = cpus()
const sections = [`Node ${process.versions.node}, ${cpus().length} × ${model.trim()}.`]
for (const [title, file] of parts) {
  process.stdout.write(`\n## ${title}\n\n`)
  sections.push(`## ${title}\n\n${await outputOf(file)}`)
}
writeFileSync(page, `${head}${mark}\n\n${sections.join('\n\n')}\n`)
