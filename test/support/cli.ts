import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

/** What a run of the command left. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

const bin = join(import.meta.dirname, '../../dist/cli.js')

/** Run the built command, as a user would. */
export function parlance(
  args: readonly string[],
  {cwd, input, env = {}}: {cwd?: string; input?: string | Buffer; env?: Record<string, string>} = {},
): Run {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: {...process.env, NO_COLOR: '1', FORCE_COLOR: '0', GITHUB_ACTIONS: '', GITHUB_WORKSPACE: '', ...env},
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return {status, stdout, stderr}
}
