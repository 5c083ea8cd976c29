import {Problem} from './problem.ts'

/**
 * The body of a request, however it is framed. Its bytes are counted as they come: a body in chunks names no
 * length, and what stands between a platform and its handler need not have compared the length that a caller
 * names.
 *
 * @throws {Problem} Where there are more bytes than may be, or the body breaks off.
 */
export async function readBytes({headers, body}: Request, most: number): Promise<Uint8Array> {
  if (Number(headers.get('content-length') ?? 0) > most) throw tooLarge(most)
  let bytes = new Uint8Array(0)
  let length = 0
  const reader = body?.getReader()
  for (let chunk = await next(reader); chunk !== undefined; chunk = await next(reader)) {
    const end = length + chunk.length
    if (end > most) throw tooLarge(most)
    if (end > bytes.length) {
      const larger = new Uint8Array(Math.max(end, Math.min(most, bytes.length * 2)))
      larger.set(bytes)
      bytes = larger
    }
    bytes.set(chunk, length)
    length = end
  }
  return bytes.slice(0, length)
}

type ByteReader = ReadableStreamDefaultReader<Uint8Array>

async function next(reader: ByteReader | undefined): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value
  } catch {
    throw new Problem('bad-request', 'The body breaks off.')
  }
}

function tooLarge(most: number): Problem {
  return new Problem('body-too-large', {
    detail: `A body has at most ${most} bytes.`,
    // what is left of the body is not read, so nothing can follow it on the connection
    headers: {Connection: 'close'},
  })
}
