// A server that writes one fixed buffer, and 304 to a request that names its tag: what HTTP itself costs on
// this machine.
import {createServer} from 'node:http'

process.once('SIGINT', () => process.exit(0))
process.once('message', ({headers, body}) => {
  const buffer = Buffer.from(body, 'base64')
  const tag = headers[headers.findIndex(name => name.toLowerCase() === 'etag') + 1]
  const short = headers.filter((_, index) => !/^content-/i.test(headers[index - (index % 2)]))
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === tag) response.writeHead(304, short).end()
    else response.writeHead(200, headers).end(buffer)
  })
  server.keepAliveTimeout = 75_000
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`))
})
