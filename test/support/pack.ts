import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    packed: {
      /** Absolute path of the package as it would be published. */
      readonly tarball: string
      /**
       * Absolute path of a `node_modules` folder that holds it, unpacked, among the packages that it needs.
       */
      readonly modules: string
    }
  }
}

const root = join(import.meta.dirname, '../..')

/** Packs the package once for all tests of a run. */
export default function pack(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'parlance-packed-')))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name))
  const flags = ['--ignore-scripts', '--silent', '--pack-destination', folder]
  const name = execFileSync('npm', ['pack', ...flags], {cwd: root, encoding: 'utf8'}).trim()
  const tarball = join(folder, name)
  execFileSync('tar', ['-xzf', tarball, '-C', folder])
  cpSync(join(folder, 'package'), join(modules, 'parlance-md'), {recursive: true})
  project.provide('packed', {tarball, modules})
  return () => rmSync(folder, {recursive: true, force: true})
}
