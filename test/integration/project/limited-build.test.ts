import {join, posix} from 'node:path'
import {describe, expect, test} from 'vitest'
import {formatNames} from '../../../src/internal.ts'
import {type BuildOptions, buildProject, loadProject, mergeShards} from '../../../src/project/index.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

/** Every text that is for one audience holds a word that names it: `forclinician…`. */
const audience = (id: string) => ({
  id,
  label: `for${id}Label`,
  description: `for${id}Description`,
  disclaimer: `for${id}Disclaimer`,
})
const map = (key: string) =>
  `{default: Everyone's ${key}, clinician: forclinician${key}, patient: forpatient${key}, student: forstudent${key}}`

const files = {
  'parlance.config.json': JSON.stringify({
    audiences: ['clinician', 'patient', 'student'].map(audience),
    bibliography: 'refs.json',
    glossary: 'glossary.yaml',
    site: {url: 'https://site.example/', title: 'Site'},
    vars: {
      dose: {clinician: 'forclinicianVariable', patient: 'forpatientVariable', student: 'forstudentVariable'},
    },
  }),
  'refs.json': JSON.stringify(
    ['clinician', 'patient', 'student'].map(id => ({
      id: `key-${id}`,
      type: 'book',
      title: `for${id}Reference`,
      publisher: 'P',
      issued: '2020',
    })),
  ),
  'glossary.yaml': `word:\n  term: Word\n  definition: ${map('Glossary')}\n`,
  'content/all.md': [
    '---',
    `title: ${map('Title')}`,
    `description: ${map('Summary')}`,
    `followUp: {text: ${map('FollowUp')}, href: 'https://next.example/'}`,
    'updated: 2026-01-02',
    '---',
    '',
    ...['clinician', 'patient', 'student'].flatMap(id => [
      `:::${id}`,
      `## for${id}Heading`,
      '',
      `for${id}Text :cite[key-${id}]`,
      ':::',
      '',
    ]),
    ':term[word] :var[dose]',
    '',
    ':::only{not=clinician}',
    '[Shared](shared.md)',
    ':::',
    '',
    ':::clinician',
    '[Experts](experts.md)',
    ':::',
    '',
  ].join('\n'),
  'content/shared.md':
    '---\naudiences: [patient, student]\ntitle: Shared\n---\n\nShared :student[forstudentMark].\n',
  'content/experts.md': '---\nfor: clinician\ntitle: forclinicianPage\n---\n\nforclinicianBody\n',
}

async function build(cwd: string, options: BuildOptions = {}) {
  return buildProject(await loadProject({cwd}), options)
}

/** Links of pages and lists to files of the site that are not there. */
function deadLinks(made: Readonly<Record<string, string>>): readonly string[] {
  const links = Object.entries(made).flatMap(([file, text]) => {
    const found = /\.html$/.test(file)
      ? [...text.matchAll(/(?:href|src)="([^"#]*)[^"]*"|url=([^"]*)"/g)].map(
          ([, href, url]) => href || url || '',
        )
      : [...text.matchAll(/(?:<loc>|href=")([^<"]*)/g)].map(([, href = '']) => href)
    const searched = /search\.json$/.test(file)
      ? [...text.matchAll(/"url":"([^"]*)"/g)].map(([, url = '']) => url)
      : []
    return [...found, ...searched].map(href => [file, href] as const)
  })
  return links.flatMap(([file, href]) => {
    const url = new URL(href, `https://site.example/${posix.dirname(file)}/`)
    if (href === '' || url.host !== 'site.example') return []
    const path = decodeURIComponent(url.pathname.slice(1))
    const target = path === '' || path.endsWith('/') ? `${path}index.html` : path
    return Object.hasOwn(made, target) ? [] : [`${file}: ${href}`]
  })
}

/** Words and folders of other audiences. */
function wordsOf(others: readonly string[], made: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(made).flatMap(([file, text]) =>
    others.flatMap(id => {
      const found = [...text.matchAll(new RegExp(`for${id}\\w*|key-${id}|experts|\\b${id}/|"${id}"`, 'gi'))]
      return [...found.map(([word]) => `${file}: ${word}`), ...(file.startsWith(`${id}/`) ? [file] : [])]
    }),
  )
}

describe('a build for one audience', () => {
  test('holds, names and links nothing of others, in any file', async () => {
    const cwd = folderWith(files)
    const reported: string[] = []
    await build(cwd, {
      audiences: ['patient'],
      formats: formatNames,
      onPage: ({messages}) => reported.push(...messages.map(String)),
    })
    expect(reported).toEqual([])
    const made = contentOf(join(cwd, 'dist'))
    expect(Object.keys(made).filter(file => !file.startsWith('patient/'))).toEqual([
      '404.html',
      'all/index.html',
      'index.html',
      'manifest.json',
      'robots.txt',
      'shared/index.html',
      'sitemap.xml',
    ])
    for (const word of [
      'Title',
      'Summary',
      'FollowUp',
      'Text',
      'Reference',
      'Glossary',
      'Variable',
      'Label',
      'Disclaimer',
    ])
      expect(made['patient/all/index.html']).toContain(`forpatient${word}`)
    expect(made['all/index.html']).toContain('forpatientDescription')
    expect(wordsOf(['clinician', 'student'], made)).toEqual([])
    expect(deadLinks(made)).toEqual([])
  })

  test('of a page for others that has the only words of a default audience leads nowhere else', async () => {
    const config = {...(JSON.parse(files['parlance.config.json']) as object), defaultAudience: 'clinician'}
    const cwd = folderWith({...files, 'parlance.config.json': JSON.stringify(config)})
    await build(cwd, {audiences: ['patient']})
    const made = contentOf(join(cwd, 'dist'))
    expect(wordsOf(['clinician', 'student'], made)).toEqual([])
    expect(deadLinks(made)).toEqual([])
  })

  test('is the same in shards that are merged', async () => {
    const cwd = folderWith(files)
    const options = {audiences: ['student'], formats: ['html', 'json'] as const}
    await build(cwd, {...options, out: 'whole'})
    for (const index of [1, 2]) await build(cwd, {...options, out: `s${index}`, shard: {index, count: 2}})
    const named = (name: string) => ({name, path: join(cwd, name)})
    await mergeShards(await loadProject({cwd}), {folders: [named('s1'), named('s2')], out: named('site')})
    expect(contentOf(join(cwd, 'site'))).toEqual(contentOf(join(cwd, 'whole')))
    expect(wordsOf(['clinician', 'patient'], contentOf(join(cwd, 'site')))).toEqual([])
  })

  test('of a folder that holds others leaves their files as they are, and names them in none that it writes', async () => {
    const cwd = folderWith(files)
    await build(cwd)
    const before = contentOf(join(cwd, 'dist'))
    expect(deadLinks(before)).toEqual([])
    expect((await build(cwd, {audiences: ['patient']})).removed).toEqual([])
    const after = contentOf(join(cwd, 'dist'))
    const isTheirs = (file: string): boolean => /^(?:clinician|student|experts)\//.test(file)
    for (const file of Object.keys(before).filter(isTheirs)) expect(after[file], file).toBe(before[file])
    const rest = Object.fromEntries(
      Object.entries(after).filter(([file]) => !isTheirs(file) && file !== 'manifest.json'),
    )
    expect(wordsOf(['clinician', 'student'], rest)).toEqual([])
    await build(cwd)
    expect(contentOf(join(cwd, 'dist'))).toEqual(before)
  })

  test('that has errors now keeps what it had, and is listed for that audience alone', async () => {
    const cwd = folderWith(files)
    await build(cwd)
    writeIn(cwd, 'content/shared.md', ':nobody[x]\n')
    await build(cwd, {audiences: ['patient']})
    const made = contentOf(join(cwd, 'dist'))
    expect(made['patient/shared/index.html']).toContain('Shared')
    const lists = ['index.html', 'sitemap.xml', 'patient/index.html', 'patient/search.json']
    expect(
      wordsOf(['clinician', 'student'], Object.fromEntries(lists.map(file => [file, made[file] ?? '']))),
    ).toEqual([])
  })
})

test.each([[['text']], [['json', 'markdown']]] as const)(
  'a build of %j alone has no pages that lead to HTML',
  async names => {
    const cwd = folderWith(files)
    await build(cwd, {formats: names})
    const made = contentOf(join(cwd, 'dist'))
    expect(Object.keys(made).filter(file => /\.html$|\.xml$|robots|search/.test(file))).toEqual([])
    expect(Object.keys(made)).toHaveLength(6 * names.length + 1)
    expect(await build(cwd, {formats: names})).toMatchObject({unchanged: 3, written: 0, removed: []})
  },
)
