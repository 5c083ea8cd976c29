/** Packages that only those install who use a queue. */
export async function loadPeers() {
  return {bullmq: await load('bullmq', () => import('bullmq')), ioredis: await loadRedis()}
}

/** For a cache without a queue. */
export async function loadRedis() {
  return load('ioredis', () => import('ioredis'))
}

async function load<Module>(name: string, from: () => Promise<Module>): Promise<Module> {
  try {
    return await from()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new FleetError(`Redis needs the package ${name}: \`npm install bullmq ioredis\``)
  }
}

/** A queue that cannot be used: the message says in one line why, and names no password. */
export class FleetError extends Error {
  override readonly name = 'FleetError'
}
