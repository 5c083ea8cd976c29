// Numbers and ranges of 2,000 clusters of 1,000 references for one variant, by us and by citeproc-js in the same style:
// `node bench/citations.js [STYLE.csl LOCALE.xml]`; without files, by a numeric style below.
//
// Ours is `check` of a page with one audience, the public verb nearest to the number step: it selects the variant, numbers it,
// prints each cluster and gathers the list with its entries and the messages, all of it once in each run. citeproc is shown in
// each way that it offers, without its list, its set-up and the reading of its style, so whatever is unequal speaks for citeproc:
// - `makeCitationCluster`: the cheapest; each cluster by itself, on items that have their numbers;
// - `rebuildProcessorState`: a whole document at once, as a converter would;
// - `processCitationCluster`: cluster after cluster, as a word processor would; timed on 500 clusters, since its time grows faster
//   than their number.
import {readFileSync} from 'node:fs'
import CSL from 'citeproc'
import {cslStyle} from '../dist/csl.js'
import {check, compile, render} from '../dist/index.js'
import {interleave} from './measure.js'

const [styleFile, localeFile] = process.argv.slice(2)
const style = styleFile
  ? readFileSync(styleFile, 'utf8')
  : `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Numbers</title><id>numbers</id><updated>2025-01-01T00:00:00Z</updated></info>
<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
<layout prefix="(" suffix=")" delimiter=","><text variable="citation-number"/></layout></citation>
<bibliography><layout><text variable="citation-number" suffix=". "/><text variable="title" suffix="."/></layout></bibliography>
</style>`
const locale = localeFile
  ? readFileSync(localeFile, 'utf8')
  : `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="en-US"><terms>
<term name="et-al">et al.</term><term name="and">and</term></terms></locale>`

const references = Array.from({length: 1000}, (_, index) => ({
  id: `work${index}`,
  type: 'article-journal',
  title: `Title of work ${index}`,
  author: [{family: `Author${index}`, given: 'A'}],
  issued: {'date-parts': [[1990 + (index % 30)]]},
}))
/** Two to six works each: four neighbors half of the time, so that there are ranges; every work is cited. */
const clusters = Array.from({length: 2000}, (_, index) => {
  const from = (index * 7) % 1000
  const steps = index % 2 === 0 ? [0, 1, 2, 3] : [0, 13, 14, 500, 501, 502].slice(0, 2 + (index % 5))
  return steps.map(step => `work${(from + step) % 1000}`)
})

const ours = cslStyle({id: 'numbers', style, locales: locale})
const source = clusters.map(keys => `Text :cite[${keys.join('; ')}].`).join('\n\n')
const document = compile(`---\ntitle: A page\naudiences: [patient]\n---\n\n${source}\n`, {
  config: {citationStyles: {numbers: ours}, citationStyle: 'numbers'},
  references,
})

const items = new Map(references.map(reference => [reference.id, reference]))
const inOrder = [...new Set(clusters.flat())]
function openEngine() {
  const engine = new CSL.Engine(
    {retrieveLocale: () => locale, retrieveItem: id => items.get(id)},
    style,
    'en-US',
  )
  engine.setOutputFormat('text')
  return engine
}
const numbered = openEngine()
numbered.updateItems(inOrder)
const citations = () =>
  clusters.map((keys, index) => ({
    citationID: `c${index}`,
    citationItems: keys.map(id => ({id})),
    properties: {noteIndex: 0},
  }))

const some = 500
const ways = {
  'check, ours': () => check(document),
  'render as text, ours': () => render(document, {audience: 'patient', format: 'text'}),
  makeCitationCluster: () => clusters.map(keys => numbered.makeCitationCluster(keys.map(id => ({id})))),
  rebuildProcessorState: () => engines.pop().rebuildProcessorState(citations(), 'text', []),
  [`processCitationCluster, ${some} clusters`]: () => {
    const engine = engines.pop()
    const before = []
    for (const citation of citations().slice(0, some)) {
      engine.processCitationCluster(citation, before, [])
      before.push([citation.citationID, 0])
    }
  },
}

const texts = ways['render as text, ours']().value.replaceAll('\n', ' ')
const wrong = ways.makeCitationCluster().find(cluster => !texts.includes(`Text ${cluster}.`) && !ours.raised)
if (wrong !== undefined) throw new Error(`We do not print what citeproc prints: ${wrong}`)

const rounds = 7
const engines = Array.from({length: (rounds + 2) * 2}, openEngine) // each run starts with an engine without state
const results = interleave(ways, rounds)
const {median: unit} = results['check, ours']
for (const [name, {median, low, high}] of Object.entries(results)) {
  const times = `${median.toFixed(1)} ms (${low.toFixed(1)}–${high.toFixed(1)})`
  process.stdout.write(`  ${name.padEnd(40)} ${times.padStart(28)}  × ${(median / unit).toFixed(2)}\n`)
}
const cheapest = Math.min(results.makeCitationCluster.median, results.rebuildProcessorState.median)
const whole = results.rebuildProcessorState.median
process.stdout.write(
  `\nOurs takes 1/${Math.round(whole / unit)} of the time of a whole document by citeproc, 1/${Math.round(cheapest / unit)} of its cheapest way.\n`,
)
