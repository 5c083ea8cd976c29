import {cpSync, existsSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {dirname, join, resolve} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {findSentences} from '../../support/find-sentences.ts'
import {install, runInstalled, startInstalled} from '../../support/installed.ts'
import {contentOf, filesBelow, folderForAll, writeIn} from '../../support/temporary.ts'

const env = {ASTRO_TELEMETRY_DISABLED: '1'}
const project = folderForAll({})
const site = join(project, 'dist')

/** What only clinicians, and with them students, may read. */
const clinical = [
  'Warfarin can cause major or fatal bleeding',
  'less in frail or malnourished patients',
  'give prothrombin complex concentrate and vitamin K',
  'A target of 2.0–3.0 fits most indications',
  'Written for healthcare professionals',
  'optimal management of anticoagulation therapy', // a reference that only they are given
]
const lay = [
  'Warfarin can make you bleed',
  'Take your 5 mg tablet each evening',
  'Your own number is in your yellow book',
]

const read = (file: string): string => readFileSync(join(site, file), 'utf8')

/** A port without a listener. */
function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

beforeAll(() => {
  cpSync(join(import.meta.dirname, '../../../fixtures/examples/astro'), project, {recursive: true})
  // Where Astro keeps what it has loaded: beside the project, since its packages are shared here.
  const config = readFileSync(join(project, 'astro.config.mjs'), 'utf8')
  writeIn(project, 'astro.config.mjs', config.replace("site: '", "cacheDir: './cache',\n  site: '"))
  // Both need modules that are loaded only then, when Vite does not load any more.
  writeIn(
    project,
    'more.bib',
    '@book{thesis, title = {A thesis}, year = {2020}, publisher = {P}, author = {Ann, A.}}\n',
  )
  writeIn(project, 'content/bib.md', '---\nbibliography: more.bib\n---\n\nText :cite[thesis].\n')
  install(project)
  const {status, stderr} = runInstalled(project, 'astro', ['build'], env)
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
})

describe('the example', () => {
  test('has a page for each reader, and one that asks', () => {
    const folders = [
      'clinician/inr',
      'clinician/warfarin',
      'patient/inr',
      'patient/warfarin',
      'student/warfarin',
    ]
    expect(filesBelow(site).filter(file => !/_astro\/|\bbib\//.test(file))).toEqual(
      [
        ...folders.flatMap(folder => [`${folder}/index.html`, `${folder}/index.txt`]),
        'index.html',
        'inr/index.html',
        'warfarin/index.html',
      ].sort(),
    )
    expect(filesBelow(join(site, '_astro'))).toEqual([expect.stringMatching(/\.css$/)])
  })

  test('gives no reader the words of others, in no file', () => {
    const found = findSentences(site, [...clinical, ...lay])
    for (const sentence of clinical)
      expect(
        found.some(place => place.startsWith('clinician/') && place.endsWith(sentence)),
        sentence,
      ).toBe(true)
    for (const sentence of lay)
      expect(
        found.some(place => place.startsWith('patient/') && place.endsWith(sentence)),
        sentence,
      ).toBe(true)
    expect(found.filter(place => !/^(?:clinician|student|patient)\//.test(place))).toEqual([])
    expect(findSentences(join(site, 'patient'), clinical)).toEqual([])
    for (const folder of ['clinician', 'student']) expect(findSentences(join(site, folder), lay)).toEqual([])
  })

  test('what Astro has loaded, which holds all audiences, is not among what is deployed', () => {
    expect(findSentences(join(project, 'cache'), [...clinical, ...lay]).length).toBeGreaterThan(0)
    expect(filesBelow(site).filter(file => /data-store|\.mjs$|\.js$|\.map$/.test(file))).toEqual([])
  })

  test('reads configurations in TypeScript and references in BibTeX', () => {
    expect(read('patient/bib/index.html')).toContain('A thesis')
    expect(read('patient/warfarin/index.html')).toContain('https://press.example/patient/warfarin/')
  })

  test('pages hold what the loader gives', () => {
    const page = read('patient/warfarin/index.html')
    expect(page).toContain('<html lang="en" dir="ltr">')
    expect(page).toContain('<title>Your first weeks on warfarin · Example Clinic Press</title>')
    expect(page).toContain('<link rel="canonical" href="https://press.example/patient/warfarin/">')
    expect(page).toContain('<strong>I am a patient or caregiver</strong>')
    expect(page).toContain('<code>{{ dose }} mg</code>, {% raw %} and')
    expect(page).toContain('This page does not replace your doctor')
    expect(page).toContain('"@type":"MedicalWebPage"')
    expect(read('clinician/inr/index.html')).toContain('This page has not been approved yet')
    expect(read('warfarin/index.html')).toContain('Which best describes you?')
    expect(read('warfarin/index.html')).toContain('<title>Starting warfarin · ')
  })

  test('texts are those that `parlance build` writes', () => {
    expect(runInstalled(project, 'parlance', ['build', '--out', 'built', '--format', 'text']).status).toBe(0)
    for (const file of ['patient/warfarin/index.txt', 'clinician/inr/index.txt'])
      expect(read(file)).toBe(readFileSync(join(project, 'built', file), 'utf8'))
    rmSync(join(project, 'built'), {recursive: true})
  })

  test('has no link that leads nowhere', () => {
    for (const [file, text] of Object.entries(contentOf(site))) {
      for (const [, href = ''] of text.matchAll(/<(?:a|link)\b[^>]*\shref="(?!https?:|data:|#)([^"#]+)/g)) {
        const target = href.startsWith('/') ? join(site, href) : resolve(site, dirname(file), href)
        expect(existsSync(href.endsWith('/') ? join(target, 'index.html') : target), `${file}: ${href}`).toBe(
          true,
        )
      }
    }
  })

  test('the types of an entry know the declared audiences', () => {
    const typed = `import type {CollectionEntry} from 'astro:content'
export const audience = (entry: CollectionEntry<'articles'>): 'clinician' | 'patient' | 'student' => entry.data.audience
// @ts-expect-error: there is no such audience
export const isNurse = (entry: CollectionEntry<'articles'>): boolean => entry.data.audience === 'nurse'
export const first = (entry: CollectionEntry<'articles'>): string | undefined => entry.data.toc[0]?.children[0]?.text
`
    writeIn(project, 'src/typed.ts', typed)
    const {stdout, status} = runInstalled(project, 'tsc', ['--noEmit', '-p', '.'])
    rmSync(join(project, 'src/typed.ts'))
    expect({stdout, status}).toEqual({stdout: '', status: 0})
  })
})

test('a page with errors fails the build', () => {
  writeIn(project, 'content/bad.md', ':::clinican\nDoubtful.\n:::\n')
  const {status, stdout, stderr} = runInstalled(project, 'astro', ['build', '--outDir', 'broken'], env)
  rmSync(join(project, 'content/bad.md'))
  expect(status).toBe(1)
  expect(stdout + stderr).toContain(
    'content/bad.md:1:1 error Unknown directive `clinican`: did you mean `clinician`?',
  )
  expect(stdout + stderr).toContain('(directive-unknown)')
  expect(stdout + stderr).toContain('Put a backslash before the colon')
  expect(stdout + stderr).not.toContain('Doubtful')
  expect(existsSync(join(project, 'broken'))).toBe(false)
})

test('while articles are written, the server shows what changed, and no page with errors', async () => {
  const port = await freePort()
  const server = startInstalled(project, 'astro', ['dev', '--port', String(port), '--host', '127.0.0.1'], env)
  const page = async (path: string): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return response.ok ? await response.text() : String(response.status)
  }
  const shows = (path: string, text: string) => async () => (await page(path)).includes(text)
  const save = (file: string, text: string, holds: () => boolean | Promise<boolean>) =>
    server.saveUntil(join(project, file), text, holds)
  const article = readFileSync(join(project, 'content/warfarin.md'), 'utf8')
  const patient = '/patient/warfarin/'
  try {
    await server.until('watching for file changes', 1)
    expect(await page(patient)).toContain('Take your 5 mg tablet')
    await save(
      'content/warfarin.md',
      article.replace('Take your', 'Swallow your'),
      shows(patient, 'Swallow your 5 mg'),
    )
    expect(await page(patient)).not.toContain(clinical[0])
    await save(
      'content/_shared/reversal.md',
      'Call the bleed team.\n',
      shows('/clinician/warfarin/', 'bleed team'),
    )
    await save(
      'glossary.yaml',
      'INR: {term: INR, definition: A clotting test}\n',
      shows(patient, 'A clotting test'),
    )
    const broken = article.replace(':::clinician', ':::clinican')
    await save('content/warfarin.md', broken, () =>
      /warfarin\.md:\d+:1 error Unknown directive/.test(server.printed()),
    )
    expect(await page(patient)).toContain('Swallow your 5 mg')
    await save('content/warfarin.md', article, shows(patient, 'Take your 5 mg'))
  } finally {
    await server.stop()
  }
})
