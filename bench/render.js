// A 7 kB and a 100 kB article for three audiences in two formats, against one bare remark parse of it.
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {check, compile, render} from '../dist/index.js'
import {articleOf, references} from './article.js'
import {interleave, printRatio, printTable, printTiming} from './measure.js'

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze()
const audiences = ['clinician', 'patient', 'student']
const formats = ['html', 'text']

for (const [bytes, rounds] of [
  [7_000, 60],
  [100_000, 15],
]) {
  const source = articleOf(bytes)
  const options = {references}
  const document = compile(source, options)
  const errors = check(document).messages.filter(({fatal}) => fatal)
  if (errors.length > 0) throw new Error(`The article has errors: ${errors.map(String).join('\n')}`)
  const variants = from =>
    audiences.flatMap(audience => formats.map(format => render(from, {audience, format}).value))
  if (variants(document).some(value => value.length < bytes / 4))
    throw new Error('A variant is too short to be true')

  const results = await interleave(
    {
      'remark parse': () => remark.parse(source),
      compile: () => compile(source, options),
      '6 variants of a compiled document': () => variants(document),
      'compile and 6 variants': () => variants(compile(source, options)),
      'one HTML variant': () => render(document, {audience: 'patient'}),
      'one text variant': () => render(document, {audience: 'patient', format: 'text'}),
      check: () => check(document),
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
}
