import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {environment} from './installed.ts'
import {patience} from './patience.ts'
import {writeIn} from './temporary.ts'

/**
 * Run a module in a project, in a process of its own. @returns What it printed. @throws {Error} Where it
 * fails, with what it said.
 */
export function runScript(project: string, script: string): string {
  writeIn(project, 'script.js', script)
  return runFile(project, 'script.js')
}

/** Run a file of a project, as `runScript`. */
export function runFile(project: string, file: string): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(project, file)], {
    cwd: project,
    encoding: 'utf8',
    env: environment(),
    timeout: patience,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  return stdout
}
