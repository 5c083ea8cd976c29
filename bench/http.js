// What a request costs: a known variant and a 304 against a bare server that writes the same bytes, and a
// cold variant against the library. Servers are processes of their own; rounds are interleaved.
import {fork, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import autocannon from 'autocannon'
import {check, render} from 'parlance-md'
import {loadProject} from 'parlance-md/project'
import {articleOf, references} from './article.js'
import {median} from './measure.js'

const rounds = Number(process.env.ROUNDS ?? 7)
const seconds = Number(process.env.SECONDS ?? 3)
const pages = Number(process.env.COLD_PAGES ?? 120)

const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'))
mkdirSync(join(folder, 'content'))
writeFileSync(join(folder, 'references.json'), JSON.stringify(references))
writeFileSync(join(folder, 'parlance.config.json'), JSON.stringify({bibliography: 'references.json'}))
const source = articleOf(7000)
for (let page = 0; page < pages; page++)
  writeFileSync(
    join(folder, 'content', `page-${page}.md`),
    source.replace('\n---\n', `\nslug: page-${page}\n---\n`),
  )

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const children = []

async function startParlance() {
  const child = spawn(process.execPath, [cli, 'serve', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface(child.stdout), 'line')
  return {url: JSON.parse(line).url, child}
}

async function startBare(message) {
  const child = fork(fileURLToPath(new URL('./bare-server.js', import.meta.url)))
  children.push(child)
  child.send(message)
  const [url] = await once(child, 'message')
  return {url, child}
}

function get(url, headers = {}) {
  return new Promise((resolve, reject) => {
    request(url, {headers}, response => {
      const chunks = []
      response.on('data', chunk => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          raw: response.rawHeaders,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Seconds of processor time that a process has used. */
function cpuOf({pid}) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function load({url, child}, headers) {
  const before = cpuOf(child)
  const result = await autocannon({url, headers, connections: 32, duration: seconds})
  if (result.errors + result.timeouts + result['4xx'] + result['5xx'] > 0)
    throw new Error(`Failed requests at ${url}`)
  const count = result.requests.total
  return {rate: count / result.duration, cpu: ((cpuOf(child) - before) / count) * 1e6}
}

const path = '/v1/articles/page-0?audience=patient&format=html'
const accept = {accept: '*/*', 'accept-encoding': 'identity'}
const parlance = await startParlance()
await get(parlance.url + path, accept)
const known = await get(parlance.url + path, accept)
const own = new Set(['date', 'connection', 'keep-alive'])
const headers = known.raw.filter((_, index) => !own.has(known.raw[index - (index % 2)].toLowerCase()))
const bare = await startBare({headers, body: known.body.toString('base64')})
const same = await get(bare.url + path, accept)
if (Buffer.compare(same.body, known.body) !== 0) throw new Error('The servers answer differently')

console.log(`${known.body.length} bytes, ${rounds} rounds of ${seconds} s, 32 connections; medians\n`)
for (const [name, more, goal] of [
  ['known variant', {}, 0.85],
  ['304', {'if-none-match': known.headers.etag}, 0.9],
]) {
  const results = {parlance: [], bare: []}
  for (let round = -1; round < rounds; round++) {
    for (const [which, server] of [
      ['parlance', parlance],
      ['bare', bare],
    ]) {
      const result = await load({...server, url: server.url + path}, {...accept, ...more})
      if (round >= 0) results[which].push(result)
    }
  }
  const rate = which => median(results[which].map(({rate}) => rate))
  const cpu = which => median(results[which].map(({cpu}) => cpu))
  console.log(
    `${name}: ${Math.round(rate('parlance'))} requests/s, bare ${Math.round(rate('bare'))}: ${(rate('parlance') / rate('bare')).toFixed(2)} × (goal ${goal}); processor ${cpu('parlance').toFixed(1)} µs a request, bare ${cpu('bare').toFixed(1)} µs: ${(cpu('bare') / cpu('parlance')).toFixed(2)} ×`,
  )
}

// Cold: each page for the first time, over HTTP and by the library, in turns; both have seen other pages
// before.
const project = await loadProject({cwd: folder})
const seen = {http: [], checked: [], rendered: []}
for (let page = 1; page < pages; page++) {
  const started = performance.now()
  await get(`${parlance.url}/v1/articles/page-${page}?audience=patient&format=html`, accept)
  const answered = performance.now()
  const document = project.compile(`content/page-${page}.md`)
  render(document, {audience: 'patient', format: 'html'})
  const rendered = performance.now()
  check(document)
  const checked = performance.now()
  if (page <= pages / 4) continue
  seen.http.push(answered - started)
  seen.rendered.push(rendered - answered)
  seen.checked.push(checked - answered)
}
const [http, checked, rendered] = [median(seen.http), median(seen.checked), median(seen.rendered)]
console.log(
  `cold variant: ${http.toFixed(2)} ms over HTTP; library: ${checked.toFixed(2)} ms to compile, check and render: ${(http / checked).toFixed(2)} × (goal 1.1); ${rendered.toFixed(2)} ms without the check of all readers that publishing needs: ${(http / rendered).toFixed(2)} ×`,
)
for (const child of children) child.kill()
rmSync(folder, {recursive: true})
