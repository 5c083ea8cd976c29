#!/usr/bin/env node
import module from 'node:module'
import {exitCodes} from './exit-codes.ts'

// `parlance render … | head`: the reader has closed the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.done)
})
process.on('SIGINT', () => process.exit(exitCodes.interrupted))

// From Node 22.8 on, what was compiled once is read from a cache of Node’s own the next time.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache()

const {runProgram} = await import('./program.ts')
process.exitCode = await runProgram(process.argv.slice(2), {
  get cwd() {
    return process.cwd() // it throws where the folder is gone
  },
  env: process.env,
  get stdin() {
    return process.stdin // most commands leave it alone
  },
  stdout: process.stdout,
  stderr: process.stderr,
  shutdownSignal: () => {
    process.removeAllListeners('SIGINT') // other commands end at once; a second signal does what signals do
    return new Promise(stop => {
      for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, stop)
    })
  },
})
