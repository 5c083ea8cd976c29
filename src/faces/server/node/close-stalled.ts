import type {Server} from 'node:http'
import type {Socket} from 'node:net'

/** How often connections are looked at. Milliseconds. */
const interval = 5000

/**
 * Close connections whose client does not take what was written to it. A timer on every connection, which
 * `Server.timeout` is, is set and cleared with every request, and takes a tenth of the time of an answer
 * without a body; here it is set only on those that are seen with something left to write, and Node clears it
 * with the end of the answer.
 *
 * @param server That listens.
 * @param time Milliseconds without a byte in either direction. Up to five seconds more go by before they
 * begin to count.
 */
export function closeStalled(server: Server, time: number): void {
  const connections = new Set<Socket>()
  server.on('connection', socket => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  const looking = setInterval(() => {
    for (const socket of connections)
      if (socket.writableLength > 0 && socket.timeout !== time) socket.setTimeout(time)
  }, interval)
  server.once('close', () => clearInterval(looking))
}
