#!/usr/bin/env node
import {exitCodes} from './exit-codes.ts'
import {runProgram} from './program.ts'

// `parlance render … | head`: whoever reads has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.done)
})
process.on('SIGINT', () => process.exit(exitCodes.interrupted))

process.exitCode = await runProgram(process.argv.slice(2))
