// Numbering, sorting and collapsing 2,000 clusters of 1,000 references for one variant, against citeproc-js
// doing the same with a numeric style. That both print the same is checked first.
import CSL from 'citeproc'
import {createJiti} from 'jiti'
import {compile, render} from '../dist/index.js'
import {interleave, printRatio, printTable, printTiming} from './measure.js'

const works = Array.from({length: 1000}, (_, index) => ({
  id: `work${index}`,
  type: 'article-journal',
  title: `Title ${index}`,
  'container-title': 'Journal',
  issued: {'date-parts': [[2000 + (index % 25)]]},
}))

let seed = 1
const random = below => {
  seed = (seed * 48271) % 2147483647
  return seed % below
}
const clusters = Array.from({length: 2000}, () => {
  const from = random(1000)
  return [
    ...new Set(
      Array.from({length: 1 + random(5)}, (_, step) => (random(3) ? from + step : random(1000)) % 1000),
    ),
  ]
})

const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Numbers</title><id>numbers</id><updated>2024-01-01T00:00:00+00:00</updated><category citation-format="numeric"/></info>
  <citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
    <layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography></style>`
const locale =
  '<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms><term name="citation-range-delimiter">–</term></terms></locale>'

const byId = new Map(works.map(work => [work.id, work]))
const openCiteproc = () => {
  const system = {retrieveLocale: () => locale, retrieveItem: id => structuredClone(byId.get(id))}
  const engine = new CSL.Engine(system, style)
  engine.setOutputFormat('text')
  return engine
}
const citations = clusters.map((keys, index) => ({
  citationID: `c${index}`,
  citationItems: keys.map(number => ({id: `work${number}`})),
  properties: {noteIndex: 0},
}))

const cite = keys => `:cite[${keys.map(number => `work${number}`).join('; ')}]`
const limits = {sourceBytes: 10_000_000, inlineCost: 1e9, paragraphLength: 1e7}
const cited = compile(clusters.map(keys => `Text ${cite(keys)}.`).join('\n\n'), {
  references: works,
  config: {limits},
})
const options = {audience: 'patient', format: 'text', width: 0}

const ours = render(cited, options).value.split('\n\n').slice(0, clusters.length)
const theirs = openCiteproc().rebuildProcessorState(structuredClone(citations), 'text')
const differing = theirs.filter(([, , text], index) => ours[index] !== `Text ${text}.`).length
if (differing > 0) throw new Error(`${differing} clusters differ from citeproc's`)

// The step itself is no part of the public API: it is taken from the source.
const jiti = createJiti(import.meta.url)
const {CitationCounter} = await jiti.import('../src/core/4-number/citations.ts')
const {groupOf} = await jiti.import('../src/core/citations/references/group-of.ts')
const {styles} = await jiti.import('../src/core/citations/references/styles/index.ts')
const nodes = clusters.map(keys => ({type: 'citation', items: keys.map(number => ({key: `work${number}`}))}))
const number = style => {
  const counter = new CitationCounter(cited.references)
  for (const node of nodes) counter.add(node)
  const entryOf = reference => style.entry(reference, 'en')
  return counter.finish({
    style,
    locale: 'en',
    rule: {stable: false},
    groups: [],
    groupOf,
    citable: [],
    entryOf,
  })
}
const numeric = styles.get('numeric')

const results = await interleave(
  {
    'citeproc: clusters': () => openCiteproc().rebuildProcessorState(structuredClone(citations), 'text'),
    'Parlance: clusters': () => number({...numeric, entry: () => []}),
    'Parlance: clusters and the entries of the list': () => number(numeric),
    'Parlance: the whole page as text': () => {
      render(cited, {...options, citationStyle: 'plain'}) // another style, so that nothing is cached
      render(cited, options)
    },
  },
  7,
)
const unit = results['citeproc: clusters'].median
const rows = Object.entries(results).map(([name, timing]) => [
  name,
  printTiming(timing),
  printRatio(timing.median / unit),
])
process.stdout.write('2,000 clusters of 1,000 references; the page is printed twice.\n\n')
process.stdout.write(
  `${printTable(['', 'median (10th to 90th percentile)', 'of citeproc’s clusters'], rows)}\n`,
)
