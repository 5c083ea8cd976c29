// A 7 kB and a 100 kB article for three audiences in two formats, against one bare remark parse of it, read
// by remark and by the native parser. A document caches what was made of it, so each figure says whether the
// document, the variant or the reader was new to it.
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {check, compile, render} from '../dist/index.js'
import {loadNativeParser} from '../dist/project.js'
import {articleOf, references} from './article.js'
import {interleave, median, printRatio, printTable, printTiming, sharesOf} from './measure.js'

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze()
const nativeParser = await loadNativeParser()
const audiences = ['clinician', 'patient', 'student']
const formats = ['html', 'text']

/** What looks for text that reaches the wrong readers or none, and for fields that are not printed. */
const accounting = ['findInTree', 'reportDropped', 'reportUnserved', 'reportUnreached', 'reportUnprinted']

/**
 * So many kinds of readers that none comes twice: they differ in a dimension that the article does not
 * mention.
 */
const regions = Array.from({length: 1000}, (_, index) => `region-${index}`)

for (const [bytes, most] of [
  [7_000, 60],
  [100_000, 15],
]) {
  const rounds = Number(process.env.BENCH_ROUNDS ?? most)
  const source = articleOf(bytes)
  const options = {references, config: {dimensions: {region: regions}}}
  const fresh = () => compile(source, {references, parser: 'remark'})
  const natively = () => compile(source, {references, nativeParser})
  const variants = from =>
    audiences.flatMap(audience => formats.map(format => render(from, {audience, format}).value))
  const htmlOf = from => audiences.map(audience => render(from, {audience}).value)
  const rendered = () => {
    const document = fresh()
    htmlOf(document)
    return document
  }
  const known = fresh()
  const regional = compile(source, options)
  // A cache that keeps nothing: every variant is made from its beginning, as a whole tree.
  const straight = {...known, cache: new known.cache.constructor(0)}
  const errors = check(known).messages.filter(({fatal}) => fatal)
  if (errors.length > 0) throw new Error(`The article has errors: ${errors.map(String).join('\n')}`)
  const values = variants(known)
  if (values.some(value => value.length < bytes / 4)) throw new Error('A variant is too short to be true')
  if (values.join() !== variants(straight).join()) throw new Error('A cached result differs from a fresh one')

  let reader = 0
  const newReader = format => () => {
    const region = regions[reader++ % regions.length]
    return render(regional, {audience: 'patient', format, region})
  }
  for (const format of formats) render(regional, {audience: 'patient', format})

  const results = await interleave(
    {
      'remark parse': () => remark.parse(source),
      compile: fresh,
      '6 variants of a new document': {prepare: fresh, run: variants},
      'compile and 6 variants': () => variants(fresh()),
      ...(nativeParser && {
        'compile, read by satteri': natively,
        'compile, read by satteri, and 6 variants': () => variants(natively()),
      }),
      'HTML of 3 readers of a new document': {prepare: fresh, run: htmlOf},
      'check of a new document': {prepare: fresh, run: check},
      'check of a document whose variants are made': {prepare: rendered, run: check},
      'compile, check and 6 variants': () => {
        const document = fresh()
        check(document)
        return variants(document)
      },
      '6 variants without a cache': () => variants(straight),
      'the same 6 variants again': () => variants(known),
      'HTML for a new reader of known text': newReader('html'),
      'text for a new reader of known text': newReader('text'),
      'the same HTML variant again': () => render(known, {audience: 'patient'}),
      'the same text variant again': () => render(known, {audience: 'patient', format: 'text'}),
      'the same whole page again': () => render(known, {audience: 'patient', page: true}),
    },
    rounds,
  )
  const unit = results['remark parse'].median
  const rows = Object.entries(results).map(([name, timing]) => [
    name,
    printTiming(timing),
    printRatio(timing.median / unit),
  ])
  process.stdout.write(`### ${Buffer.byteLength(source)} bytes\n\n`)
  process.stdout.write(
    `${printTable(['', 'median (10th to 90th percentile)', 'of a remark parse'], rows)}\n\n`,
  )
  const shares = await sharesOf(() => check(fresh()), {
    parts: accounting,
    whole: 'compile',
    rounds: Math.max(3, Math.ceil(rounds / 12)),
    repeats: Math.ceil(100_000 / bytes),
  })
  const share = printRatio(median(shares))
  const range = `${printRatio(shares[0])} to ${printRatio(shares.at(-1))}`
  process.stdout.write(`Residue and account: ${share} of compiling (${range}); goal 0.1 ×.\n\n`)
}
