/** Until the command is told to stop. Unlike other commands it does not end at once; a second signal does what signals do. */
export function shutdownSignal(): Promise<NodeJS.Signals> {
  process.removeAllListeners('SIGINT')
  return new Promise(stop => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, stop)
  })
}
