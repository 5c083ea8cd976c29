import {join} from 'node:path'
import {rolldown} from 'rolldown'
import {expect, test} from 'vitest'
import {expectFile} from '../../support/fixtures.ts'

const source = (...path: readonly string[]): string => join(import.meta.dirname, '../../../src', ...path)

/** A module that holds a script as text. */
function moduleOf(name: string, doc: string, script: string): string {
  const literal = script.trim().replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  expect(script).not.toContain('</script')
  return `// Made by test/unit/serialize/client-scripts.test.ts.\n\n/** ${doc} */\nexport const ${name} = \`${literal}\`\n`
}

async function bundled(path: string): Promise<string> {
  const bundle = await rolldown({input: source(path), logLevel: 'silent'})
  const {output} = await bundle.generate({format: 'iife', minify: true})
  await bundle.close()
  return output[0].code
}

test.each([
  [
    'core/5-serialize/html/page/client/answer.js',
    'core/5-serialize/html/page/answer-script.ts',
    'answerScript',
    'Makes the question better where scripts run.',
  ],
  [
    'project/build/client/search.js',
    'project/build/search-script.ts',
    'searchScript',
    'Searches the pages of one audience, in the browser.',
  ],
  [
    'faces/preview/client/preview.js',
    'faces/preview/client-script.ts',
    'clientScript',
    'Fills the preview of a page, and follows what changes.',
  ],
])('%s is what %s holds, minified with what it imports', async (script, module, name, doc) => {
  await expectFile(moduleOf(name, doc, await bundled(script)), source(module))
})
