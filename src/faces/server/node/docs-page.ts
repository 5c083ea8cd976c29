import {readFileSync} from 'node:fs'
import type {Asset} from '../web/target.ts'

/** Files of Swagger UI, which a build of this package copies beside this one. */
const copied: readonly (readonly [string, string])[] = [
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Parlance HTTP API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"><noscript><p>This page needs JavaScript. <a href="/openapi.json">The description itself</a> does not.</p></noscript></main>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

/** Nothing is sent to a validator elsewhere. */
const start = `SwaggerUIBundle({url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null})\n`

/**
 * The page at `/docs` and its files, by name; the page itself has none. It needs nothing from another server.
 *
 * @throws {Error} Where the package is not whole.
 */
export function readDocsPage(): ReadonlyMap<string, Asset> {
  const files = copied.map(([name, type]): [string, Asset] => {
    const body = new Uint8Array(readFileSync(new URL(`./swagger-ui/${name}`, import.meta.url)))
    return [name, {type, body}]
  })
  return new Map<string, Asset>([
    ['', {type: 'text/html; charset=utf-8', body: page}],
    ['start.js', {type: 'text/javascript; charset=utf-8', body: start}],
    ...files,
  ])
}
