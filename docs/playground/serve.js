import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {basename, extname, join} from 'node:path'

const types = {'.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.txt': 'text/plain'}

/**
 * Serves a flat folder to this machine until it is interrupted.
 *
 * @param {string} folder
 * @param {number} port
 * @returns {Promise<string>} The address.
 */
export async function servePlayground(folder, port) {
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html'
    try {
      const body = await readFile(join(folder, name))
      response
        .writeHead(200, {'content-type': `${types[extname(name)] ?? 'text/plain'}; charset=utf-8`})
        .end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${port}/`
}
