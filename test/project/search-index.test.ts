import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {assertNoLeak} from '../../src/index.ts'
import {buildProject, loadProject} from '../../src/project/index.ts'
import {readSearchEntries} from '../../src/project/search-index.ts'
import {fixtures} from '../support/fixtures.ts'
import {folderWith} from '../support/temporary.ts'

test('the search of an audience knows nothing that its readers do not get', async () => {
  const out = folderWith({})
  const project = await loadProject({cwd: fixtures('projects', 'medical')})
  await buildProject(project, {out})
  const documents = (await project.pages()).map(path => project.compile(path))
  for (const audience of ['clinician', 'patient', 'student']) {
    const entries = readSearchEntries(readFileSync(join(out, audience, 'search.json'), 'utf8'))
    expect(entries.map(({slug}) => slug)).toEqual(documents.map(({slug}) => slug).sort())
    for (const entry of entries) {
      const document = documents.find(({slug}) => slug === entry.slug)
      expect(entry.text.length).toBeGreaterThan(100)
      if (document !== undefined) assertNoLeak(document, JSON.stringify(entry), {audience})
    }
  }
})

test.each(['', 'no JSON', '[]', '{"pages": 5}', '{"pages": [{}]}', undefined])(
  'an index that cannot be read is none: %j',
  text => {
    expect(readSearchEntries(text)).toEqual([])
  },
)
