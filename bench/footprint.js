import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {rolldown} from 'rolldown'

// What `npm install parlance-md` brings: packs what is built, installs it twice from the tarball, and counts.
// Then what the bundle for browsers weighs, and what the packages that it stands on would weigh without it.

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'parlance-footprint-'))

/** Bytes of all files below a folder. */
function weigh(path) {
  return readdirSync(path, {recursive: true})
    .map(name => statSync(join(path, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0)
}

/** What is installed with some flags, the package itself included. */
function measure(name, tarball, flags) {
  const project = mkdtempSync(join(folder, 'project-'))
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}\n')
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--silent']
  execFileSync('npm', ['install', ...quiet, ...flags, tarball], {cwd: project})
  const modules = join(project, 'node_modules')
  const packages = readdirSync(modules, {recursive: true})
    .filter(path => /(?:^|node_modules\/)(?:@[^/]+\/)?[^/@.][^/]*$/.test(path))
    .filter(path => existsSync(join(modules, path, 'package.json'))).length
  const own = weigh(join(modules, 'parlance-md'))
  return {name, packages, megabytes: weigh(modules) / 1e6, own: own / 1e6}
}

const standsOn = `
import {unified} from 'unified'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {toHast} from 'mdast-util-to-hast'
import {toHtml} from 'hast-util-to-html'
import {parseDocument} from 'yaml'
import * as z from 'zod/mini'
const {parse} = unified().use(remarkParse).use(remarkGfm).use(remarkDirective)
const head = z.strictObject({title: z.optional(z.string())})
export const htmlOf = (source, yaml) => [toHtml(toHast(parse(source))), head.parse(parseDocument(yaml).toJS())]
`

/** A program that does nothing but read Markdown and YAML and write HTML, as browsers would get it. */
async function bundleOf(code) {
  const bundle = await rolldown({
    input: 'entry',
    cwd: root,
    platform: 'browser',
    resolve: {conditionNames: ['worker', 'import', 'module', 'default']},
    plugins: [
      {
        name: 'entry',
        resolveId: id => (id === 'entry' ? join(root, 'entry.js') : undefined),
        load: id => (id === join(root, 'entry.js') ? code : undefined),
      },
    ],
  })
  const {output} = await bundle.generate({format: 'esm', minify: true, codeSplitting: false})
  return output[0].code
}

const gzipped = bytes => `${(gzipSync(bytes, {level: 9}).length / 1000).toFixed(0)} kB gzipped`

try {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  const tarball = join(folder, execFileSync('npm', pack, {cwd: root, encoding: 'utf8'}).trim())
  console.log(`tarball: ${(statSync(tarball).size / 1e6).toFixed(1)} MB`)
  for (const [name, flags] of [
    ['npm install parlance-md', []],
    ['npm install --omit=optional parlance-md', ['--omit=optional']],
  ]) {
    const {packages, megabytes, own} = measure(name, tarball, flags)
    console.log(
      `${name}: ${packages} packages, ${megabytes.toFixed(1)} MB (of these Parlance itself ${own.toFixed(1)} MB)`,
    )
  }
  console.log(`dist/browser.js: ${gzipped(readFileSync(join(root, 'dist/browser.js')))}`)
  console.log(`the packages that it stands on, alone: ${gzipped(await bundleOf(standsOn))}`)
} finally {
  rmSync(folder, {recursive: true, force: true})
}
