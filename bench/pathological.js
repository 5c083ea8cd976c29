// Inputs that make Markdown parsers slow, at growing sizes: `node bench/pathological.js FILE`, where FILE
// holds generators as {specs: [{name, prefix, repeat, middle, close, suffix, times, grow?}]}. Each runs in a
// thread of its own with a deadline.
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {isMainThread, parentPort, Worker, workerData} from 'node:worker_threads'
import {generate} from './generate.js'

const sizes = [8_000, 32_000, 128_000, 500_000]
const deadline = 30_000

async function run(spec, size) {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: {spec, size},
    resourceLimits: {maxOldGenerationSizeMb: 2048},
  })
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      void worker.terminate()
      resolve({error: 'deadline'})
    }, deadline)
    const done = result => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result)
    }
    worker.once('message', done)
    worker.once('error', error => done({error: String(error).split('\n')[0]}))
  })
}

if (isMainThread) {
  const file = process.argv[2]
  if (file === undefined) throw new Error('Name a file of generators')
  const {specs} = JSON.parse(readFileSync(file, 'utf8'))
  process.stdout.write(
    `| input | ${sizes.map(size => `${size / 1000} kB`).join(' | ')} |\n| --- |${' --: |'.repeat(sizes.length)}\n`,
  )
  for (const spec of specs) {
    const cells = []
    for (const size of sizes) {
      const {milliseconds, refused, error} = await run(spec, size)
      cells.push(
        error ?? (refused ? `refused (${Math.round(milliseconds)} ms)` : `${Math.round(milliseconds)} ms`),
      )
      if (error !== undefined) break
    }
    process.stdout.write(`| ${spec.name.replaceAll('|', '\\|')} | ${cells.join(' | ')} |\n`)
  }
} else {
  const {compile, render} = await import('../dist/index.js')
  compile('Warm up *this* [path](#x) :only[a]{for=patient}.\n\n# x')
  const source = generate(workerData.spec, workerData.size)
  const start = performance.now()
  const document = compile(source)
  render(document, {audience: 'patient', draft: true})
  const refused = document.messages.some(({ruleId}) => ruleId === 'limit-exceeded')
  parentPort?.postMessage({milliseconds: performance.now() - start, refused})
}
