import {cpSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {fixtures} from '../../support/fixtures.ts'
import {install} from '../../support/installed.ts'
import {runFile} from '../../support/run-script.ts'
import {contentOf, folderWith} from '../../support/temporary.ts'

test.each(['remark', 'mdx'])('the example %s gives each reader their text, from the packed package', name => {
  const project = folderWith({})
  cpSync(fixtures('examples', name), project, {recursive: true})
  install(project)
  expect(runFile(project, 'build.js')).toBe('')
  const files = Object.entries(contentOf(join(project, 'dist')))
  const of = (reader: string) =>
    files
      .filter(([file]) => file.startsWith(reader))
      .map(([, text]) => text)
      .join('\n')
  expect(of('patient.html')).toContain('Press the pen, which holds 500 micrograms')
  expect(of('patient.html')).toContain('a severe allergic reaction')
  expect(of('patient')).not.toMatch(/1:1000|simons1998|Epinephrine|faster peak|hypersensitivity/)
  expect(of('clinician.html')).toContain('outer thigh: 500 micrograms for an adult')
  expect(of('clinician')).not.toMatch(/Press the pen|severe allergic|comes on fast/)
})
