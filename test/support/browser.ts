import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join, normalize} from 'node:path'
import {type Browser, type BrowserContext, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, inject} from 'vitest'
import {patience} from './patience.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
}

/**
 * A browser for the tests of a file, started before them and closed after them. Its pages do not move by
 * themselves.
 */
export function useBrowser(): {
  open: (options?: Parameters<Browser['newContext']>[0]) => Promise<BrowserContext>
} {
  let browser: Browser | undefined
  beforeAll(async () => {
    const {executablePath, env} = inject('browser')
    browser = await chromium.launch({
      executablePath,
      env: {...process.env, ...env},
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-background-timer-throttling',
        '--disable-backgrounding-occluded-windows',
        '--disable-renderer-backgrounding',
      ],
    })
  })
  afterAll(async () => browser?.close())
  return {
    open: async options => {
      if (browser === undefined) throw new Error('The browser has not been started')
      const context = await browser.newContext({reducedMotion: 'reduce', ...options})
      context.setDefaultTimeout(patience)
      return context
    },
  }
}

/**
 * Serves a folder on a loopback port for the tests of a file; a folder by its `index.html`, what is missing
 * by `404.html`.
 */
export function useServer(folder: () => string): {url: (path: string) => string} {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const named = join(folder(), normalize(path))
    const file = existsSync(named) && statSync(named).isDirectory() ? join(named, 'index.html') : named
    const found = existsSync(file)
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(found ? file : '.html')] ?? 'text/plain',
    })
    response.end(readFileSync(found ? file : join(folder(), '404.html')))
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())
  return {url: path => `http://127.0.0.1:${port}/${path}`}
}

/**
 * What goes wrong on a page while it is used: errors, messages of the console, requests that leave its
 * origin.
 */
export function watch(page: Page): readonly string[] {
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(`error: ${error.message}`))
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) wrong.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    if (!/^(?:http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) wrong.push(`request: ${request.url()}`)
  })
  return wrong
}
