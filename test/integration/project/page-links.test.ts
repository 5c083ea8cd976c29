import {expect, test} from 'vitest'
import {compile, render} from '../../../src/index.ts'
import {loadProject} from '../../../src/project/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith} from '../../support/temporary.ts'

const files = {
  'content/one.md':
    '---\ntitle: One\n---\n\nSee [the other](folder/two.md), [its dose](folder/two.md#dose), [by name][two], :xref[for some]{to="folder/two.md#for-clinicians" missing=drop}.\n\n[two]: /content/folder/two.md\n',
  'content/folder/two.md':
    '---\nslug: the-other\n---\n\n## Dose\n\nText. Back to [one](../one.md).\n\n## For clinicians :clinician\n\n:::clinician\nText.\n:::\n'.replace(
      ' :clinician\n\n:::',
      '\n\n:::',
    ),
}

test('a link to a page’s source leads to the same reader’s variant of it', async () => {
  const project = await loadProject({cwd: folderWith(files)})
  const one = project.compile('content/one.md')
  expect(one.messages.map(String)).toEqual([])
  expect(one.dependencies).toContain('content/folder/two.md')
  expect(render(one, {audience: 'clinician'}).value).toBe(
    '<p>See <a href="../../clinician/the-other/">the other</a>, <a href="../../clinician/the-other/#dose">its dose</a>, <a href="../../clinician/the-other/">by name</a>, <a href="../../clinician/the-other/#for-clinicians">for some</a>.</p>\n',
  )
  expect(render(one, {audience: 'patient'}).value).toBe(
    '<p>See <a href="../../patient/the-other/">the other</a>, <a href="../../patient/the-other/#dose">its dose</a>, <a href="../../patient/the-other/">by name</a>.</p>\n',
  )
  const two = project.compile('content/folder/two.md')
  expect(render(two, {audience: 'patient'}).value).toContain('<a href="../../patient/one/">one</a>')
})

test.each([
  ['a page that is not there', '[x](three.md)', '5:1', 'There is no page `content/three.md`'],
  ['a part', '[x](_part.md)', '5:1', 'There is no page `content/_part.md`'],
  [
    'a place that is not there',
    '[x](folder/two.md#does)',
    '5:1',
    '`#does` is no place on `content/folder/two.md` that `patient` can see',
  ],
  [
    'a page that lacks this audience',
    '[x](students.md)',
    '5:1',
    'The page `content/students.md` has no variant for `patient`',
  ],
])('%s is an error at its place', async (_, text, place, reason) => {
  const more = {
    'content/one.md': `---\ntitle: One\n---\n\n${text}\n`,
    'content/students.md': '---\naudiences: [student]\n---\n\nText.\n',
    'content/_part.md': 'Part.\n',
  }
  const {status, stderr} = await parlance(['check', 'content/one.md'], {cwd: folderWith({...files, ...more})})
  expect(stderr).toContain(reason)
  expect(stderr).toMatch(new RegExp(`:${place} +error`))
  expect(status).toBe(1)
})

test('what becomes of a missing place is said as within a page', async () => {
  const text = ':xref[kept]{to="students.md" missing=text} and :xref[dropped]{to="students.md" missing=drop}.'
  const project = await loadProject({
    cwd: folderWith({
      'content/a.md': `${text}\n`,
      'content/students.md': '---\naudiences: [student]\n---\n\nText.\n',
    }),
  })
  const document = project.compile('content/a.md')
  expect(render(document, {audience: 'patient'}).value).toBe('<p>kept and.</p>\n')
  expect(render(document, {audience: 'student'}).value).toContain(
    '<a href="../../student/students/">dropped</a>',
  )
})

test('without a project a link stays as it is', () => {
  expect(render(compile('[x](other.md#y)'), {audience: 'patient'}).value).toBe(
    '<p><a href="other.md#y">x</a></p>\n',
  )
})

test('every link of a built site leads somewhere', async () => {
  const folder = folderWith(files)
  expect((await parlance(['build'], {cwd: folder})).status).toBe(0)
  const built = contentOf(`${folder}/dist`)
  for (const [file, html] of Object.entries(built)) {
    if (!file.endsWith('.html') || file === '404.html') continue
    for (const [, href = ''] of html.matchAll(/href="((?!https?:|#|data:)[^"]*)"/g)) {
      const {pathname, hash} = new URL(href, `http://a/${file}`)
      const target = `${decodeURIComponent(pathname.slice(1))}index.html`
      expect(built[target], `${file}: ${href}`).toBeDefined()
      if (hash !== '') expect(built[target]).toContain(`id="${decodeURIComponent(hash.slice(1))}"`)
    }
  }
})

test('an assumed answer leads on, and the question stands there all the same', async () => {
  const folder = folderWith({...files, 'parlance.config.json': '{"defaultAudience": "patient"}'})
  expect((await parlance(['build'], {cwd: folder})).status).toBe(0)
  const question = contentOf(`${folder}/dist`)['one/index.html']
  expect(question).toContain('<meta http-equiv="refresh" content="0; url=../patient/one/">')
  expect(question).toContain('Which best describes you?')
})
