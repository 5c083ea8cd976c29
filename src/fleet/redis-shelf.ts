import type {PageShelf} from '../project/index.ts'
import type {Connection} from './connection.ts'

/** Seconds until a page goes that nobody has asked for: a week. */
const kept = 7 * 24 * 60 * 60

/** Rendered pages in Redis; each goes a week after it was asked for last. */
export function redisShelf({redis, orLost}: Connection): PageShelf {
  const inputsAt = (key: string): string => `parlance-pages:${key}`
  const pageAt = (key: string, name: string): string => `parlance-pages:${key}:${name}`
  return {
    inputs: async key => new Map(Object.entries(await orLost(redis.hgetall(inputsAt(key))))),
    page: async (key, name) => {
      const answers = await orLost(
        redis.multi().getexBuffer(pageAt(key, name), 'EX', kept).expire(inputsAt(key), kept).exec(),
      )
      const page = answers?.[0]?.[1]
      return page instanceof Uint8Array ? page : undefined
    },
    // In one go: whoever finds the hashes finds the page.
    add: async ({key, name, inputs, page}) => {
      await orLost(
        redis
          .multi()
          .set(pageAt(key, name), Buffer.from(page), 'EX', kept)
          .hset(inputsAt(key), name, inputs)
          .expire(inputsAt(key), kept)
          .exec(),
      )
    },
  }
}
