import {readdirSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {defineConfig, type Plugin} from 'rolldown'

/** A parser of HTML would be a quarter of the bundle, for a setting that few have. */
const withoutHtmlParser: Plugin = {
  name: 'without-html-parser',
  resolveId: (source, importer) =>
    importer !== undefined &&
    resolve(importer, '..', source) === resolve('src/serialize/html/parse-raw-html.ts')
      ? resolve('src/browser/parse-raw-html.ts')
      : undefined,
}

const withTypes: Plugin = {
  name: 'types',
  generateBundle() {
    this.emitFile({type: 'asset', fileName: 'browser.d.ts', source: "export * from './index.js'\n"})
  },
}

/** Name and terms of a package, as its folder has them. */
function licenceOf(folder: string): string {
  const {name, version, license, licenses} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  const spdx = license ?? licenses[0].type // an old form
  const terms = file === undefined ? `Its terms: ${spdx}.` : readFileSync(join(folder, file), 'utf8').trim()
  return `${name} ${version} (${spdx})\n\n${terms}\n`
}

/** Their licences ask that packages in a bundle be named with it. */
const withLicences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap(file => (file.type === 'chunk' ? file.moduleIds : []))
    const folders = modules.flatMap(id => /^\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? [])
    const packages = [...new Set(folders)].sort()
    const source = packages.map(licenceOf).join(`\n${'-'.repeat(72)}\n\n`)
    this.emitFile({type: 'asset', fileName: 'browser.licences.txt', source})
  },
}

/** The core and all that it needs in one file: for pages and edge workers without a bundler. */
export default defineConfig({
  input: {browser: 'src/index.ts'},
  platform: 'browser',
  // Before `browser`: a worker has no DOM that could look up character references.
  resolve: {conditionNames: ['worker', 'import', 'module', 'default']},
  plugins: [withoutHtmlParser, withTypes, withLicences],
  output: {dir: 'dist', format: 'esm', minify: true, codeSplitting: false},
})
