import type {CacheStore} from '../../project/index.ts'
import type {QueueConnection} from './connection.ts'

/** Seconds until a page that no build reads expires: a week. */
const kept = 7 * 24 * 60 * 60

/** Rendered pages in Redis; each goes a week after it was asked for last. */
export function redisStore({redis, ask}: QueueConnection): CacheStore {
  const inputsAt = (key: string): string => `parlance-pages:${key}`
  const pageAt = (key: string, name: string): string => `parlance-pages:${key}:${name}`
  return {
    inputs: async key => new Map(Object.entries(await ask(() => redis.hgetall(inputsAt(key))))),
    page: async (key, name) => {
      const page = await ask(() => redis.getexBuffer(pageAt(key, name), 'EX', kept))
      await ask(() => redis.expire(inputsAt(key), kept))
      return page ?? undefined
    },
    add: async ({key, name, inputs, page}) => {
      // Write the page first: a build that finds the hashes must find it.
      await ask(() => redis.set(pageAt(key, name), Buffer.from(page), 'EX', kept))
      await ask(() => redis.hset(inputsAt(key), name, inputs))
      await ask(() => redis.expire(inputsAt(key), kept))
    },
  }
}
