import {dirname, resolve} from 'node:path'
import {beforeEach, TestRunner} from 'vitest'
import type {Document} from '../../internal.ts'
import {pathIn} from '../../project/index.ts'
import {noteInputs} from './note-inputs.ts'
import {currentTestFile, type ProjectOption, projectOf} from './open-content.ts'

/**
 * Compile a page of a project, with its configuration, references and glossary.
 *
 * @param path Path of its source from the folder of the test file.
 * @param options Default: the project in the current folder.
 * @throws {RangeError} Where there is no such file.
 * @throws {ConfigError} Where the project's configuration cannot be used.
 * @example
 * import {compileContent} from 'parlance-md/vitest'
 * import {expect, test} from 'vitest'
 *
 * test('the patient’s page is easy to read', async () => {
 *   expect(await compileContent('content/aspirin.md')).toReadAtOrBelowGrade('patient', 8)
 * })
 */
export async function compileContent(path: string, options: ProjectOption = {}): Promise<Document> {
  const testFile = currentTestFile()
  const current = TestRunner.getCurrentTest()
  const project = await projectOf(testFile, options)
  const file = resolve(dirname(testFile), path)
  const traced = project.trace(pathIn(project.root, file))
  if (traced === undefined)
    throw new RangeError(`There is no file \`${path}\` in the project ${project.root}`)
  if (current) noteInputs(current.meta, project, [traced])
  else beforeEach(({task}) => noteInputs(task.meta, project, [traced]))
  return traced.document
}
