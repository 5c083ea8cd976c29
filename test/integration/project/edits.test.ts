import {rmSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {buildProject, loadProject} from '../../../src/project/index.ts'
import {byEffort} from '../../support/effort.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

const start = {
  'parlance.config.json':
    '{"bibliography": "refs.json", "glossary": "glossary.yaml", "site": {"url": "https://a.example"}}',
  'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": 2020}]',
  'glossary.yaml': 'inr: {term: INR, definition: A test.}\n',
  'content/_part.md': 'A part.\n',
  'content/kept.md': 'A project without pages is not built.\n',
  'content/one.md': '---\ntitle: One\n---\n\nText :cite[a] on :term[INR]{#inr}. :patient[Plain.]\n',
  'content/two.md': '---\naudiences: [patient]\n---\n\n::include{file="_part.md"}\n',
} as const

/** What may be done to a project; `undefined` removes a file. */
const edits: readonly (readonly [file: string, text: string | undefined])[] = [
  ['content/one.md', '---\ntitle: One, anew\nslug: uno\n---\n\nOther text :cite[a].\n'],
  [
    'content/one.md',
    '---\ntitle: One\naudiences: [student]\nreview: {status: approved}\n---\n\nFor study.\n',
  ],
  ['content/one.md', start['content/one.md']],
  ['content/one.md', undefined],
  ['content/two.md', '---\naudiences: [patient, clinician]\n---\n\n::include{file="_part.md"}\n'],
  ['content/two.md', undefined],
  ['content/two.md', start['content/two.md']],
  ['content/folder/three.md', '# Three\n\n## A heading\n\nText.\n'],
  ['content/folder/three.md', undefined],
  ['content/_part.md', 'Another part, :clinician[for some].\n'],
  ['refs.json', '[{"id": "a", "type": "book", "title": "Another book", "publisher": "P", "issued": 2021}]'],
  ['glossary.yaml', 'inr: {term: INR, definition: {default: Another test., patient: How thin.}}\n'],
  [
    'parlance.config.json',
    '{"bibliography": "refs.json", "glossary": "glossary.yaml", "citationStyle": "ama"}',
  ],
  ['parlance.config.json', start['parlance.config.json']],
]

const build = async (folder: string, out: string) =>
  buildProject(await loadProject({cwd: folder}), {out, formats: ['html', 'text', 'json']})

test('after any edits a build is what a clean build makes, and a second one writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...edits), {minLength: 1, maxLength: 3}), {
        minLength: 1,
        maxLength: 4,
      }),
      async rounds => {
        const folder = folderWith(start)
        await build(folder, 'dist')
        for (const round of rounds) {
          for (const [file, text] of round) {
            if (text === undefined) rmSync(join(folder, file), {force: true})
            else writeIn(folder, file, text)
          }
          const {failed} = await build(folder, 'dist')
          expect(failed).toBe(0)
        }
        await build(folder, 'clean')
        expect(contentOf(join(folder, 'dist'))).toEqual(contentOf(join(folder, 'clean')))
        expect(await build(folder, 'dist')).toMatchObject({written: 0, removed: []})
      },
    ),
    {numRuns: byEffort(5, 25, 25)},
  )
})
