// One article in each system's own syntax, from source to three readers: `node bench/pages.js`. That all
// systems show each reader the same text, the same numbers and the same works is checked first.
import {audiences, blocksOf} from './compare/model.js'
import {assertSame, readingOf} from './compare/sameness.js'
import {asciidoctor} from './compare/systems/asciidoctor.js'
import {markdoc} from './compare/systems/markdoc.js'
import {markdownIt} from './compare/systems/markdown-it.js'
import {mdx} from './compare/systems/mdx.js'
import {findPandoc} from './compare/systems/pandoc.js'
import {parlance, write} from './compare/systems/parlance.js'
import {unifiedEach, unifiedOnce} from './compare/systems/unified.js'
import {interleave, printRatio, printTable, printTiming} from './measure.js'

const pandoc = findPandoc()
const others = [
  markdoc,
  markdownIt,
  unifiedOnce,
  unifiedEach,
  mdx,
  asciidoctor,
  ...(pandoc === undefined ? [] : [pandoc]),
]

for (const [bytes, most] of [
  [7_000, 25],
  [100_000, 9],
]) {
  const rounds = Number(process.env.BENCH_ROUNDS ?? most)
  const blocks = blocksOf(bytes, write)
  const source = write(blocks)
  const document = parlance.compile(source)
  const expected = new Map(
    audiences.map(audience => [audience, readingOf(parlance.html(document, audience))]),
  )
  const systems = others.map(system => ({...system, source: system.write(blocks)}))
  for (const {name, source, compile, html} of systems) {
    const compiled = await compile(source)
    for (const audience of audiences) assertSame(name, html(compiled, audience), expected.get(audience))
  }

  const cold = Object.fromEntries(
    systems.map(({name, source, compile, html}) => [
      name,
      async () => {
        const compiled = await compile(source)
        return audiences.map(audience => html(compiled, audience))
      },
    ]),
  )
  const colds = await interleave({[parlance.name]: () => parlance.cold(source), ...cold}, rounds)
  print(
    `Cold page, ${Buffer.byteLength(source)} bytes`,
    'From the source to what three readers get. Parlance: all checks, HTML and text; the others: HTML only, no check.',
    colds,
  )

  const readied = []
  for (const {name, source, compile, html} of systems)
    readied.push({name, html, compiled: await compile(source)})
  const again = parlance.compile(source)
  for (const audience of audiences) parlance.html(again, audience)
  const warms = await interleave(
    {
      'Parlance, any variant': {
        prepare: () => {
          const fresh = parlance.compile(source)
          for (const audience of ['clinician', 'student']) parlance.html(fresh, audience)
          return fresh
        },
        run: fresh => parlance.html(fresh, 'patient'),
      },
      'Parlance, the same variant again': () => parlance.html(again, 'patient'),
      ...Object.fromEntries(readied.map(({name, html, compiled}) => [name, () => html(compiled, 'patient')])),
    },
    rounds,
  )
  print(
    `Warm variant, ${Buffer.byteLength(source)} bytes`,
    'One more reader of a page that was compiled before. The first line is a reader who had not been served yet.',
    warms,
  )

  const tree = markdoc.compile(markdoc.write(blocks))
  const checks = await interleave(
    {
      'Parlance (every reader, leaks in four formats)': {
        prepare: () => parlance.compile(source),
        run: fresh => parlance.check(fresh),
      },
      'Markdoc (`validate`)': () => markdoc.check(tree),
    },
    rounds,
  )
  print(
    `Check, ${Buffer.byteLength(source)} bytes`,
    'Of a compiled page. Markdoc knows no readers: it looks at tags and attributes.',
    checks,
  )
}

/** @param {Record<string, import('./measure.js').Timing>} timings The first one is ours. */
function print(title, about, timings) {
  const [[, ours]] = Object.entries(timings)
  const rows = Object.entries(timings).map(([name, timing]) => [
    name,
    printTiming(timing),
    printRatio(ours.median / timing.median),
  ])
  process.stdout.write(`### ${title}\n\n${about}\n\n`)
  process.stdout.write(`${printTable(['', 'median (10th to 90th percentile)', 'Parlance takes'], rows)}\n\n`)
}
