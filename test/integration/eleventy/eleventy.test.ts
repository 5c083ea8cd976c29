import {cpSync, existsSync, readFileSync} from 'node:fs'
import {dirname, join, resolve} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {findSentences} from '../../support/find-sentences.ts'
import {install, runInstalled, startInstalled} from '../../support/installed.ts'
import {contentOf, filesBelow, folderForAll, folderWith} from '../../support/temporary.ts'

const example = join(import.meta.dirname, '../../../fixtures/examples/eleventy')

/** What only clinicians, and with them students, may read. */
const clinical = [
  'Warfarin can cause major or fatal bleeding',
  'less in frail or malnourished patients',
  'give prothrombin complex concentrate and vitamin K',
  'A target of 2.0–3.0 fits most indications',
  'First doses, first measurements',
  'Written for healthcare professionals',
  'optimal management of anticoagulation therapy', // a reference that only they are given
  'international normalized ratio',
]
const lay = [
  'Warfarin can make you bleed',
  'Take your 5 mg tablet each evening',
  'Your own number is in your yellow book',
]

const read = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

/** A project whose articles stand among Eleventy's templates, without any layout. */
const plain = {
  'package.json': '{"type": "module", "private": true}\n',
  'eleventy.config.js': `import {parlancePlugin} from 'parlance-md/eleventy'

export default async function (eleventyConfig) {
  await eleventyConfig.addPlugin(parlancePlugin, JSON.parse(process.env.OPTIONS ?? '{}'))
  eleventyConfig.addGlobalData('layout', 'base.njk')
}
`,
  '_includes/base.njk': '<p>A layout for all.</p>{{ content | safe }}\n',
  'about.njk': '<p>About {{ 1 + 1 }}</p>\n',
  'parlance.config.json': '{"bibliography": "refs.yaml", "glossary": "terms.yaml"}',
  'refs.yaml': '- {id: trial, type: book, title: A trial, publisher: P, issued: 2020}\n',
  'terms.yaml': 'brand: {term: Marevan, definition: A brand of warfarin}\n',
  'content/a.md':
    '---\ntitle: "A {{ 1 + 1 }}"\nslug: heart/a\n---\n\n:::clinician\nBolus of 5 mg :cite[trial].\n:::\n\n:term[brand]: {{ 2 + 2 }} {% raw %}.\n\n::include{file="../shared/part.md"}\n',
  'content/_draft.md': 'A part that no page includes {{ 3 + 3 }}.\n',
  'shared/part.md': 'Shared.\n\n:::clinician\nInfuse slowly.\n:::\n',
}

function build(project: string, options: object = {}) {
  return runInstalled(project, 'eleventy', [], {OPTIONS: JSON.stringify(options)})
}

describe('the example', () => {
  const project = folderForAll({})
  const site = join(project, '_site')

  beforeAll(() => {
    cpSync(example, project, {recursive: true})
    install(project)
    const {status, stderr} = runInstalled(project, 'eleventy', [])
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('has a page for each reader, and one that asks', () => {
    const folders = [
      'clinician/inr',
      'clinician/warfarin',
      'patient/inr',
      'patient/warfarin',
      'student/warfarin',
    ]
    expect(filesBelow(site)).toEqual(
      [
        ...folders.flatMap(folder => [`${folder}/index.html`, `${folder}/index.txt`]),
        'index.html',
        'inr/index.html',
        'site.css',
        'warfarin/index.html',
      ].sort(),
    )
  })

  test('gives no reader the words of others', () => {
    expect(findSentences(join(site, 'clinician'), clinical).length).toBeGreaterThanOrEqual(clinical.length)
    expect(findSentences(join(site, 'patient'), lay).length).toBeGreaterThanOrEqual(lay.length)
    expect(findSentences(join(site, 'patient'), clinical)).toEqual([])
    for (const folder of ['clinician', 'student']) expect(findSentences(join(site, folder), lay)).toEqual([])
  })

  test('shows those who have not answered nothing that is for some', () => {
    for (const folder of ['warfarin', 'inr'])
      expect(
        findSentences(join(site, folder), [...clinical.filter(text => !text.startsWith('First')), ...lay]),
      ).toEqual([])
    expect(
      findSentences(site, clinical).filter(found => !/^(?:clinician|student|warfarin|index)/.test(found)),
    ).toEqual([])
  })

  test('hands layouts what they show around an article', () => {
    const page = read(site, 'patient/warfarin/index.html')
    expect(page).toContain('<html lang="en" dir="ltr">')
    expect(page).toContain('<title>Your first weeks on warfarin · Example Clinic Press</title>')
    expect(page).toContain('<link rel="canonical" href="https://press.example/patient/warfarin/">')
    expect(page).toContain('<strong>I am a patient or caregiver</strong>')
    expect(page).toContain('This page does not replace your doctor')
    expect(page).toContain('<a href="https://clinics.example/">Find a clinic near you</a>')
    expect(page).toContain('<link rel="alternate" hreflang="en" href="../../clinician/warfarin/"')
    expect(read(site, 'clinician/inr/index.html')).toContain('This page has not been approved yet')
    expect(read(site, 'index.html').match(/<a href="\/(?:warfarin|inr)\/">/g)).toHaveLength(2)
  })

  test('leaves braces in an article as they were typed', () => {
    for (const folder of ['clinician', 'patient', 'student']) {
      const page = read(site, `${folder}/warfarin/index.html`)
      expect(page).toContain('<code>{{ dose }} mg</code>, {% raw %} and')
      expect(page).toContain(`{% raw %} and $${'{dose}'} stand for`)
    }
  })

  test('has no link that leads nowhere', () => {
    for (const [file, text] of Object.entries(contentOf(site))) {
      for (const [, href = ''] of text.matchAll(/<(?:a|link)\b[^>]*\shref="(?!https?:|data:|#)([^"#]+)/g)) {
        const target = href.startsWith('/') ? join(site, href) : resolve(site, dirname(file), href)
        const isThere = existsSync(href.endsWith('/') ? join(target, 'index.html') : target)
        expect(isThere, `${file}: ${href}`).toBe(true)
      }
    }
  })
})

describe('without a layout', () => {
  const project = folderForAll(plain)
  const site = join(project, '_site')

  beforeAll(() => {
    install(project)
    const {status, stderr} = build(project, {prefix: 'health', formats: ['html', 'text', 'json']})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
  })

  test('pages are what `parlance build` writes', () => {
    expect(runInstalled(project, 'parlance', ['build', '--format', 'html', 'text', 'json']).status).toBe(0)
    const built = contentOf(join(project, 'dist'))
    const ours = Object.keys(built).filter(file => file.includes('heart/a/'))
    expect(ours).toHaveLength(10)
    for (const file of ours) expect(read(site, `health/${file}`), file).toBe(built[file])
  })

  test('sources among the templates are none, and templates are still', () => {
    expect(filesBelow(site).filter(file => !file.includes('heart/a/'))).toEqual(['about/index.html'])
    expect(read(site, 'about/index.html').trimEnd()).toBe('<p>A layout for all.</p><p>About 2</p>')
    expect(
      findSentences(join(site, 'health/patient'), ['Bolus of 5 mg', 'Infuse slowly', 'A trial']),
    ).toEqual([])
  })
})

describe('what cannot be built', () => {
  test('a page with errors fails the build, and nothing of it is written', () => {
    const project = folderWith({...plain, 'content/bad.md': 'Fine.\n\n:::clinican\nDoubtful.\n:::\n'})
    install(project)
    const {status, stderr, stdout} = build(project)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'A page has an error\n[11ty]   content/bad.md:3:1 error Unknown directive `clinican`: did you mean `clinician`?',
    )
    expect(stderr).toContain('(directive-unknown)')
    expect(stderr).not.toContain('    at ')
    expect(stdout + stderr).not.toContain('Doubtful')
    expect(existsSync(join(project, '_site/patient'))).toBe(false)
    expect(existsSync(join(project, '_site/bad'))).toBe(false)
  })

  test.each([
    [{audiences: ['patient']}, '`audiences` needs a `layout`'],
    [{audiences: ['pateint'], layout: 'base.njk'}, 'Unknown audience `pateint`: did you mean `patient`?'],
    [{config: 'missing.json'}, 'missing.json'],
    [{config: 'package.json'}, '`private`: unknown key'],
  ])('%o fails with what is wrong', (options, message) => {
    const project = folderWith(plain)
    install(project)
    const {status, stderr} = build(project, options)
    expect(stderr).toContain(message)
    expect(status).toBe(1)
    expect(existsSync(join(project, '_site'))).toBe(false)
  })
})

test('some audiences alone, in a layout: nothing leads to the others', () => {
  const project = folderWith({
    ...plain,
    '_includes/v.njk':
      '{% for other in variant.alternates %}{{ other.href }} {% endfor %}{{ content | safe }}',
    '_includes/q.njk': '{% for answer in question.answers %}{{ answer.href }} {% endfor %}',
  })
  install(project)
  const options = {audiences: ['patient', 'student'], layout: 'v.njk', questionLayout: 'q.njk'}
  const {status, stderr} = build(project, options)
  expect({status, stderr}).toEqual({status: 0, stderr: ''})
  const site = join(project, '_site')
  expect(filesBelow(site)).toEqual([
    'about/index.html',
    'heart/a/index.html',
    'patient/heart/a/index.html',
    'student/heart/a/index.html',
  ])
  expect(read(site, 'heart/a/index.html')).toBe('../../patient/heart/a/ ../../student/heart/a/ ')
  expect(read(site, 'patient/heart/a/index.html')).toContain('../../../student/heart/a/ <p><dfn')
})

test('while articles are written, a change of whatever a page is made of makes it again', async () => {
  const project = folderWith(plain)
  install(project)
  const watching = startInstalled(project, 'eleventy', ['--watch'])
  const page = (slug: string) => read(project, `_site/patient/${slug}/index.html`)
  const shows = (slug: string, text: string) => () => page(slug).includes(text)
  const says = (text: string) => () => watching.printed().includes(text)
  const save = (file: string, text: string, condition: () => boolean) =>
    watching.saveUntil(join(project, file), text, condition)
  try {
    await watching.until('Watching…', 1)
    expect(page('heart/a')).toContain('Marevan')
    const article = plain['content/a.md'].replace('{% raw %}', 'changed')
    await save('content/a.md', article, shows('heart/a', ': {{ 2 + 2 }} changed'))
    await save('shared/part.md', 'Other part.\n', shows('heart/a', 'Other part.'))
    await save('terms.yaml', 'brand: {term: Coumadin, definition: D}\n', shows('heart/a', 'Coumadin'))
    await save('content/new.md', 'A new page.\n', () =>
      existsSync(join(project, '_site/patient/new/index.html')),
    )
    await save(
      'content/new.md',
      ':::clinican\nDoubtful.\n:::\n',
      says('content/new.md:1:1 error Unknown directive'),
    )
    expect(page('new')).toContain('A new page.')
    await save('content/new.md', 'Mended.\n', shows('new', 'Mended.'))
    await save('parlance.config.json', '{"audienses": []}', says('`audienses`: unknown key'))
    const config =
      '{"glossary": "terms.yaml", "bibliography": "refs.yaml", "site": {"banner": "Read with care"}}'
    await save('parlance.config.json', config, shows('heart/a', 'Read with care'))
  } finally {
    await watching.stop()
  }
})
