import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

// What `npm install parlance` brings: packs what is built, installs it twice from the tarball, and counts.

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
  const own = weigh(join(modules, 'parlance'))
  return {name, packages, megabytes: weigh(modules) / 1e6, own: own / 1e6}
}

try {
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
  const tarball = join(folder, execFileSync('npm', pack, {cwd: root, encoding: 'utf8'}).trim())
  console.log(`tarball: ${(statSync(tarball).size / 1e6).toFixed(1)} MB`)
  for (const [name, flags] of [
    ['npm install parlance', []],
    ['npm install --omit=optional parlance', ['--omit=optional']],
  ]) {
    const {packages, megabytes, own} = measure(name, tarball, flags)
    console.log(
      `${name}: ${packages} packages, ${megabytes.toFixed(1)} MB (of these Parlance itself ${own.toFixed(1)} MB)`,
    )
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
