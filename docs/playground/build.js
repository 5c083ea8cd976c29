import {cpSync, existsSync, mkdirSync, rmSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const bundle = join(here, '../../dist/browser.js')
const pages = [
  'index.html',
  'colors.css',
  'playground.css',
  'playground.js',
  'reader.css',
  'worker.js',
  'example.js',
]

/**
 * Writes the playground as a folder for any static server.
 *
 * @param {string} out Its path; what is there is replaced.
 */
export function buildPlayground(out) {
  if (!existsSync(bundle)) throw new Error('There is no dist/browser.js yet: `npm run build` first')
  rmSync(out, {recursive: true, force: true})
  mkdirSync(out, {recursive: true})
  for (const name of pages) cpSync(join(here, name), join(out, name))
  cpSync(bundle, join(out, 'parlance.js'))
  cpSync(join(dirname(bundle), 'browser-third-party.txt'), join(out, 'third-party.txt'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = join(here, 'dist')
  buildPlayground(out)
  console.log(`The playground is in ${relative('', out)}: serve that folder, or look at it here.`)
  const {servePlayground} = await import('./serve.js')
  console.log(await servePlayground(out, Number(process.env.PORT ?? 4173)))
}
