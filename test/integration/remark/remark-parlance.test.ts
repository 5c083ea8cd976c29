import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {toHtml} from 'hast-util-to-html'
import type {Root} from 'mdast'
import {directiveFromMarkdown, type TextDirective} from 'mdast-util-directive'
import {directive} from 'micromark-extension-directive'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {type Pluggable, type PluggableList, type Plugin, type Processor, unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import medical from '../../../fixtures/projects/medical/parlance.config.ts'
import {readBibtex} from '../../../src/adapters/bibtex/index.ts'
import {type RemarkParlanceOptions, remarkParlance} from '../../../src/faces/remark/index.ts'
import {compile, render} from '../../../src/index.ts'
import {createReader} from '../../../src/project/index.ts'
import {byEffort} from '../../support/effort.ts'
import {compileFixture, fixtures, foldersIn, messageLine} from '../../support/fixtures.ts'
import {audiences, config, page, write} from '../../support/generate.ts'
import {saidIn, throughRemark} from '../../support/unified.ts'

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
    .filter(rule => !['html-dropped', 'raw-html', 'readability'].includes(rule))
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
    [{audience: 'patient', region: 'eu'}, 'Unknown option `region`. Allowed: `config`, '],
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

describe('with other plugins of syntax', () => {
  const config = {dimensions: {region: {values: ['us', 'eu'], default: 'us'}}}
  const sources = [
    ':::clinician{region=us}\nSECRET\n:::\n\nAll.',
    ':clinician[SECRET]{region=us} x',
    '::::variants\n:::clinician{region=us}\nSECRET\n:::\n:::otherwise\nREST\n:::\n::::',
    ':::note{for=clinician}\nSECRET\n:::',
    ':::warning[Title]{for=clinician}\nSECRET\n:::',
    ':::safety{for=clinician}\nSECRET\n:::',
    ':say[bleeding]{clinician="HAEM"}',
    '- :only{for=clinician} SECRET\n- All.\n',
    '## :clinician{} SECRET\n\nText.',
    ':::only{for=patient region=eu}\nTheirs.\n:::\n\nAll.',
    ':clinician[a]{.x .y #id} b ![c :clinician[SECRET] d](e.png)',
    'Give 1:1000 now, 10:30[^1].\n\n[^1]: Note :student[s].\n',
    '::include{file="part.md"}',
    '---\ntitle: {default: X, clinician: SECRET}\n---\n\nText.',
    '| a |\n| - |\n| :clinician{} SECRET |\n| All. |\n\n:cite[one]',
  ]
  const given = {
    config,
    references: [{id: 'one', type: 'book', title: 'One', publisher: 'P', issued: '2020'}],
    read: (path: string) => (path === 'part.md' ? ':clinician[SECRET]{region=us} part' : undefined),
  }
  const readers = ['clinician', 'patient', 'student'].flatMap(audience =>
    ['us', 'eu'].map(region => ({audience, region})),
  )

  /** What version 3 of remark-directive attaches, in lists of lists, as plugins may. */
  function nestedDirective(this: Processor): undefined {
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), [directive()] as never]
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), [directiveFromMarkdown()] as never]
  }
  /** One that has other syntax in the same extension. */
  function mixedDirective(this: Processor): undefined {
    const {text, flow} = directive()
    const data = this.data()
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), {text: {...text, 36: []}, flow}]
    data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
  }
  const parse: Pluggable = remarkParse
  const gfm: Pluggable = [remarkGfm, {singleTilde: false}]
  const orders: Readonly<Record<string, (own: Pluggable) => PluggableList>> = {
    'remark-directive before': own => [parse, gfm, remarkDirective, own],
    'remark-directive behind': own => [parse, gfm, own, remarkDirective],
    'remark-directive on both sides': own => [parse, gfm, remarkDirective, own, remarkDirective],
    'remark-directive first of all': own => [remarkDirective, parse, gfm, own],
    'another version before': own => [parse, gfm, nestedDirective as Plugin, own],
    'another version behind': own => [parse, gfm, own, nestedDirective as Plugin],
    'mixed syntax behind': own => [parse, gfm, own, mixedDirective as Plugin],
    'remark-gfm behind': own => [parse, own, gfm],
    'remark-parse behind': own => [gfm, own, parse],
    'remark-frontmatter before': own => [parse, gfm, remarkFrontmatter, own],
    'remark-frontmatter behind': own => [parse, gfm, own, remarkFrontmatter],
    'itself twice': own => [parse, gfm, own, own],
    'a plugin that changes other nodes before': own => [
      parse,
      gfm,
      () => (tree: Root) => {
        for (const node of tree.children) if (node.type === 'heading') node.depth = 2
      },
      own,
    ],
  }

  async function made(plugins: PluggableList, source: string) {
    const file = new VFile({value: source, path: 'input.md'})
    const processor = unified().use(plugins).use(remarkRehype)
    const tree = await processor.run(processor.parse(file) as Root, file)
    return [toHtml(tree), ...file.messages.map(messageLine)]
  }

  test.each(Object.keys(orders))('%s: all is as without', async name => {
    for (const source of sources) {
      for (const reader of readers) {
        const own: Pluggable = [remarkParlance as Plugin<[RemarkParlanceOptions]>, {...given, ...reader}]
        const expected = await made([parse, gfm, own], source)
        expect(await made(orders[name]?.(own) ?? [], source), `${source} ${reader.audience}`).toEqual(
          expected,
        )
        if (reader.audience === 'patient') expect(expected.join(), source).not.toContain('SECRET')
      }
    }
  })

  test.each<[string, (node: TextDirective) => void]>([
    ['drops attributes', node => Object.assign(node, {attributes: {}, data: {}})],
    ['adds one', node => Object.assign(node.attributes ?? {}, {for: 'patient'})],
    ['makes text of it', node => Object.assign(node, {type: 'text', value: 'SECRET'})],
    ['gives it an element', node => Object.assign(node, {data: {...node.data, hName: 'span'}})],
  ])('a plugin before that %s is refused', async (_, change) => {
    const plugin = () => (tree: Root) => {
      const [paragraph] = tree.children
      if (paragraph?.type !== 'paragraph') return
      for (const node of paragraph.children) if (node.type === 'textDirective') change(node)
    }
    const own: Pluggable = [
      remarkParlance as Plugin<[RemarkParlanceOptions]>,
      {...given, audience: 'patient'},
    ]
    await expect(made([parse, plugin, own], ':clinician[SECRET]{region=us} x')).rejects.toThrow(
      'A plugin that stands before `remarkParlance` changed directives, which say who reads what: put it behind `remarkParlance`',
    )
    expect(await made([parse, own, plugin], ':clinician[SECRET]{region=us} x')).toEqual(['<p>x</p>'])
  })
})

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
    {numRuns: byEffort(5, 25, 3000)},
  )
})
