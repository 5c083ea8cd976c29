import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import medical from '../../fixtures/projects/medical/parlance.config.ts'
import {readBibtex} from '../../src/bibtex/index.ts'
import {compile, render} from '../../src/index.ts'
import {createReader} from '../../src/project/index.ts'
import {remarkParlance} from '../../src/remark/index.ts'
import {compileFixture, fixtures, foldersIn, messageLine} from '../support/fixtures.ts'
import {audiences, config, page, write} from '../support/generate.ts'
import {saidIn, throughRemark} from '../support/unified.ts'

function optionsFor(folder: string) {
  const file = join(folder, 'config.json')
  return {
    config: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {},
    read: createReader(folder),
    readers: {bib: readBibtex},
  }
}

describe('says what `render` says', () => {
  const documents = foldersIn(fixtures('documents')).filter(name => name !== 'raw-html')

  test.each(documents)('of %s', async name => {
    const folder = fixtures('documents', name)
    const document = compileFixture(folder)
    const source = readFileSync(join(folder, 'input.md'))
    for (const audience of document.audiences) {
      const expected = render(document, {audience})
      const {html, file} = await throughRemark(source, {...optionsFor(folder), audience})
      expect(saidIn(html), audience).toEqual(saidIn(expected.value))
      expect(file.messages.map(messageLine)).toEqual(expected.messages.map(messageLine))
      const {citations, fallbacks, terms} = expected
      expect(file.data.parlance).toMatchObject({citations, fallbacks, terms})
      const {hash: _, format: __, ...meta} = expected.meta
      expect(file.data.parlance?.meta).toEqual(meta)
    }
  })

  const content = fixtures('projects', 'medical', 'content')
  test.each(readdirSync(content).filter(name => name.endsWith('.md')))('of %s', async name => {
    const read = createReader(fixtures('projects', 'medical'))
    const given = (path: string) => read(path) ?? read(`content/${path}`)
    const source = readFileSync(join(content, name))
    const document = compile(source.toString(), {config: medical, read: given, path: 'input.md'})
    for (const audience of document.audiences) {
      const {html} = await throughRemark(source, {config: medical, read: given, audience})
      expect(saidIn(html), audience).toEqual(saidIn(render(document, {audience}).value))
    }
  })
})

describe('of a page with errors', () => {
  const cases = foldersIn(fixtures('messages'))
    .filter(rule => !['raw-html', 'readability'].includes(rule))
    .flatMap(rule => foldersIn(fixtures('messages', rule)).map(name => [rule, name] as const))

  test.each(cases)(
    'nothing is shown, and the messages are those of `render` (%s: %s)',
    async (rule, name) => {
      const folder = fixtures('messages', rule, name)
      const source = readFileSync(join(folder, 'input.md'))
      const document = compileFixture(folder)
      for (const audience of document.audiences) {
        const {value, messages} = render(document, {audience})
        const {html, file} = await throughRemark(source, {...optionsFor(folder), audience})
        expect(saidIn(html).text).toBe(saidIn(value).text)
        if (messages.some(({fatal}) => fatal === true)) expect(html).toBe('')
        expect(file.messages.map(messageLine)).toEqual(messages.map(messageLine))
      }
    },
  )

  test('`fail` throws the first', async () => {
    const source = 'Text.\n\n:::clinican\nSecret.\n:::\n'
    await expect(throughRemark(source, {audience: 'patient', fail: true})).rejects.toMatchObject({
      ruleId: 'directive-unknown',
      line: 3,
      column: 1,
    })
    const {html, file} = await throughRemark(source, {audience: 'patient'})
    expect(html).toBe('')
    expect(file.messages.map(String)).toEqual([expect.stringContaining('did you mean `clinician`')])
  })
})

describe('mistakes of who sets it up', () => {
  test.each([
    [{audience: 'pateint'}, 'Unknown audience `pateint`: did you mean `patient`?'],
    [{audience: 'student'}, 'This page does not serve the audience `student`. Allowed: `patient`.'],
    [{audience: 'patient', region: 'eu'}, 'Unknown option `region`. Allowed: `audience`, '],
    [{audience: 'patient', config: {audience: []}}, 'did you mean `audiences`?'],
  ])('%j', async (options, message) => {
    await expect(throughRemark('---\naudiences: [patient]\n---\n\nText.\n', options)).rejects.toThrow(message)
  })
})

test('the tree is plain, and belongs to who asked for it', async () => {
  const source =
    '# A :only[b]{for=patient}[^1]\n\n> [!NOTE]\n> Take 5~10 mg, 20~30 ml of 1:1000.\n\n[^1]: Note.\n'
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm, {singleTilde: false})
    .use(remarkParlance, {audience: 'patient'})
    .use(() => (tree: Root) => {
      tree.children.push({type: 'paragraph', children: [{type: 'text', value: 'Mine.'}]})
      for (const node of tree.children) node.data = {...node.data}
    })
  const tree = await processor.run(processor.parse(source), new VFile({path: 'a.md', value: source}))
  expect(JSON.stringify(tree)).not.toMatch(/"(?:span|condition|file)"/)
  expect(tree.children.map(({type}) => type)).toEqual([
    'heading',
    'callout',
    'footnoteDefinition',
    'paragraph',
  ])
})

test.each(['before', 'behind'])(
  'with remark-directive %s it, prose that looks like a directive is an error, never lost',
  async where => {
    const processor = unified().use(remarkParse)
    if (where === 'before') processor.use(remarkDirective)
    processor.use(remarkParlance, {audience: 'patient'})
    if (where === 'behind') processor.use(remarkDirective)
    const file = new VFile('Give 1:1000 now:clinician[, secret].\n')
    const tree = await processor.run(processor.parse(file), file)
    expect(tree).toEqual({type: 'root', children: []})
    expect(file.messages.map(String)).toEqual([
      expect.stringContaining('1:7-1:12: Unknown directive `1000`.'),
    ])
  },
)

test('nothing leaks, nothing is lost', {timeout: 600_000}, async () => {
  await fc.assert(
    fc.asyncProperty(page, async given => {
      const {source, files, references, leaves} = write(given)
      for (const audience of audiences) {
        const around = {config, references, read: (path: string) => files.get(path)}
        const {html, file} = await throughRemark(source, {...around, audience})
        expect(file.messages.filter(({fatal}) => fatal === true).map(String), source).toEqual([])
        const document = compile(source, {...around, path: 'input.md'})
        expect(saidIn(html), source).toEqual(saidIn(render(document, {audience}).value))
        const {meta} = file.data.parlance ?? {}
        for (const {token, readers, printed} of leaves) {
          const isOut = !readers.has(audience)
          if (isOut && (html.includes(token) || JSON.stringify(meta).includes(token)))
            expect.fail(`${token} is leaked to ${audience}\n${source}\n${html}`)
          if (!isOut && printed && !html.includes(token))
            expect.fail(`${token} is lost for ${audience}\n${source}\n${html}`)
        }
      }
    }),
    {numRuns: process.env.PARLANCE_DEEP === undefined ? 25 : 3000},
  )
})
