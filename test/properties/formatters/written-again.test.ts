import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {attachSyntax} from '../../../src/index.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(function () {
    attachSyntax(this)
  })
  .use(remarkStringify, {bullet: '-'})
  .freeze()

test.each([
  ['a condition in an alternative text', '![:only[Loading]{for="clinician"} **dose**](dose.png "t")'],
  [
    'a condition in an alternative text of a reference',
    '![:only[Loading]{for="clinician"} dose][r]\n\n[r]: dose.png',
  ],
  [
    'colons that begin nothing',
    'adrenaline 1:1000, pH:7.4, ::1, std::vector, HER2:HER3, 10:30:45, :smile: and doi:10.1136/x',
  ],
  ['colons at the start of a line', '::1 is an address'],
  ['a directive that is escaped', '\\:only\\[text]{for=clinician}'],
  ['a leaf that is escaped', '\\::toc'],
  ['a fence that is escaped', '\\:::clinician'],
  [
    'a bar in an attribute in a cell',
    '| a                             |\n| ----------------------------- |\n| :say[x]{clinician="one\\|two"} |',
  ],
  ['a marker without a condition', ':clinician{} Text.\n\n- :patient{}Text.'],
  ['a container in a quote in a container', '::::note\n> :::only{for="clinician"}\n> Text.\n> :::\n::::'],
  ['an audience in a container', ':::only{for="clinician student"}\nText.\n:::'],
])('%s is written as it was read', (_, text) => {
  expect(String(processor.processSync(text))).toBe(`${text}\n`)
})
