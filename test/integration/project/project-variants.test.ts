import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {ConfigError} from '../../../src/index.ts'
import {ProjectVariants, type ProjectVariantsOptions} from '../../../src/project/index.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"glossary": "glossary.yaml"}',
  'glossary.yaml': 'htn:\n  term: hypertension\n  definition: High blood pressure\n',
  'content/_part.md': 'Part.\n',
  'content/one.md':
    '---\ntitle: {default: One, patient: For you}\nextra: {shelf: 3}\n---\n\n## Heading\n\n:::clinician\nSecret.\n:::\n\n::include{file="_part.md"}\n',
  'content/heart/two.md': '---\naudiences: [patient]\n---\n\nSee :term[htn].\n',
}

async function open(more: Readonly<Record<string, string>> = {}, options: ProjectVariantsOptions = {}) {
  const root = folderWith({...files, ...more})
  return {root, project: await ProjectVariants.open({cwd: root, ...options})}
}

const variantIds = ({pages}: ProjectVariants) =>
  pages.flatMap(({variants}) => variants.map(({audience, slug}) => `${audience}/${slug}`))

const html = ({pages}: ProjectVariants, id: string): string | undefined =>
  pages
    .flatMap(({variants}) => variants)
    .find(({audience, slug}) => `${audience}/${slug}` === id)
    ?.outputs.get('html')

describe('variants as data', () => {
  test('one for each page and audience, in the words of that audience', async () => {
    const {project} = await open()
    expect(variantIds(project)).toEqual(['patient/heart/two', 'clinician/one', 'patient/one', 'student/one'])
    const [, one] = project.pages
    const variant = one?.variants[1]
    expect(variant).toMatchObject({
      slug: 'one',
      audience: 'patient',
      title: 'For you',
      locale: 'en',
      direction: 'ltr',
      toc: [{id: 'heading', text: 'Heading'}],
      citations: [],
      extra: {shelf: '3'},
      alternates: [
        {audience: 'clinician', href: '../../clinician/one/'},
        {audience: 'student', href: '../../student/one/'},
      ],
    })
    expect(variant?.outputs.get('html')).toBe('<h2 id="heading">Heading</h2>\n<p>Part.</p>\n')
    expect(JSON.stringify([...(variant?.outputs ?? []), variant])).not.toContain('Secret')
    expect(one?.question).toMatchObject({
      title: 'One',
      question: {
        answers: [{href: '../clinician/one/'}, {href: '../patient/one/'}, {href: '../student/one/'}],
      },
    })
  })

  test('a page without a title has its first heading for one, else its slug', async () => {
    const {project} = await open({'content/a.md': 'Text.\n', 'content/b.md': '# Named\n'})
    const titles = project.pages.map(({slug, variants}) => [slug, variants[0]?.title])
    expect(titles).toEqual(
      expect.arrayContaining([
        ['a', 'a'],
        ['b', 'Named'],
      ]),
    )
  })

  test('some audiences and other formats; nothing leads to what is not made', async () => {
    const {project} = await open({}, {audiences: ['patient', 'student'], formats: ['text', 'markdown']})
    expect(variantIds(project)).toEqual(['patient/heart/two', 'patient/one', 'student/one'])
    const [, one] = project.pages
    expect([...(one?.variants[0]?.outputs.keys() ?? [])]).toEqual(['text', 'markdown'])
    expect(one?.variants[0]?.alternates.map(({audience}) => audience)).toEqual(['student'])
    expect(one?.question?.question.answers.map(({audience}) => audience)).toEqual(['patient', 'student'])
  })

  test.each([
    [{audiences: ['pateint']}, 'Unknown audience `pateint`: did you mean `patient`?'],
    [{formats: ['htm']}, 'Unknown format `htm`: did you mean `html`?'],
  ])('%o is a mistake of the caller', async (options, message) => {
    await expect(open({}, options as never)).rejects.toThrow(message)
  })
})

describe('a page with errors has no variant', () => {
  test('by its text', async () => {
    const {project} = await open({'content/bad.md': 'Fine.\n\n:::nobody\nDoubtful.\n:::\n'})
    expect(project.errors.map(({ruleId, file, line}) => [ruleId, file, line])).toEqual([
      ['directive-unknown', 'content/bad.md', 3],
    ])
    expect(variantIds(project)).toHaveLength(4)
    expect(project.pages.find(({slug}) => slug === 'bad')).toMatchObject({variants: [], question: undefined})
  })

  test('by its slug', async () => {
    const {root, project} = await open({'content/other.md': '---\nslug: one\n---\n\nText.\n'})
    expect(project.errors.map(({ruleId, file}) => [ruleId, file])).toEqual([
      ['slug-taken', 'content/other.md'],
    ])
    rmSync(join(root, 'content/one.md'))
    await project.refresh()
    expect(project.errors).toEqual([])
    expect(html(project, 'patient/one')).toBe('<p>Text.</p>\n')
  })

  test('by the length of an output', async () => {
    const {project} = await open({
      'parlance.config.json': '{"limits": {"outputBytes": 60}}',
      'content/one.md': `Text ${'long '.repeat(20)}\n`,
      'content/heart/two.md': 'Text.\n',
    })
    expect(new Set(project.errors.map(({ruleId, file}) => `${ruleId} ${file}`))).toEqual(
      new Set(['limit-exceeded content/one.md']),
    )
    expect(new Set(variantIds(project).map(id => id.split('/').slice(1).join('/')))).toEqual(
      new Set(['heart/two']),
    )
  })
})

describe('what changed is made again, and nothing else', () => {
  const changes: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['a page', 'content/one.md', 'New.\n', ['content/one.md']],
    ['a part', 'content/_part.md', 'Other part.\n', ['content/one.md']],
    ['a new page', 'content/three.md', 'Three.\n', ['content/three.md']],
    [
      'the glossary',
      'glossary.yaml',
      'htn: {term: tension, definition: D}\n',
      ['content/heart/two.md', 'content/one.md'],
    ],
    [
      'the configuration',
      'parlance.config.json',
      '{"glossary": "glossary.yaml", "site": {"banner": "B"}}',
      ['content/heart/two.md', 'content/one.md'],
    ],
  ]

  test.each(changes)('%s', async (_, file, text, expected) => {
    const {root, project} = await open()
    const before = new Set(project.pages)
    await project.refresh()
    expect(project.pages.filter(page => !before.has(page))).toEqual([])
    expect(project.concerns(join(root, file))).toBe(true)
    writeIn(root, file, text)
    await project.refresh()
    expect(project.pages.filter(page => !before.has(page)).map(({path}) => path)).toEqual(expected)
  })

  test('a page that is gone', async () => {
    const {root, project} = await open()
    rmSync(join(root, 'content/one.md'))
    await project.refresh()
    expect(variantIds(project)).toEqual(['patient/heart/two'])
  })

  test('the first file of BibTeX', async () => {
    const cited = {'content/one.md': '---\nbibliography: refs.bib\n---\n\nText :cite[a].\n'}
    const {root, project} = await open(cited)
    expect(project.errors.length).toBeGreaterThan(0)
    writeIn(root, 'refs.bib', '@book{a, title = {A book}, year = {2020}, publisher = {P}, author = {Ann}}\n')
    await project.refresh()
    expect(project.errors).toEqual([])
    expect(html(project, 'patient/one')).toContain('A book')
  })

  test('a configuration that is broken for a while', async () => {
    const {root, project} = await open()
    const before = project.pages
    writeIn(root, 'parlance.config.json', '{"audienses": []}')
    await expect(project.refresh()).rejects.toThrow(ConfigError)
    expect(project.pages).toBe(before)
    writeIn(root, 'parlance.config.json', '{"glossary": "glossary.yaml", "site": {"banner": "Back"}}')
    await project.refresh()
    expect(project.pages[0]?.variants[0]?.chrome.notice).toBe('Back')
  })

  test('files elsewhere concern no page', async () => {
    const {root, project} = await open()
    for (const file of ['package.json', 'src/a.md', 'dist/content/a.md'])
      expect(project.concerns(join(root, file)), file).toBe(false)
    expect(project.files).toContain(join(root, 'parlance.config.ts')) // it may come
  })
})
