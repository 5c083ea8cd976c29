import fc from 'fast-check'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {expect, test} from 'vitest'
import {restrictAutolinkScan} from '../../../src/core/1-parse/literal-links.ts'
import {byEffort} from '../../support/effort.ts'

const parse = (text: string, narrow: boolean) => {
  const extensions = gfmFromMarkdown()
  return fromMarkdown(text, {mdastExtensions: narrow ? extensions.map(restrictAutolinkScan) : extensions})
}

test('literal links are found as by the search over everything', () => {
  const word = fc.constantFrom(
    ...[
      'dose',
      'a@b.org',
      'www.who.int',
      'WWW.WHO.INT',
      'https://who.int/x?y=(z).',
      'HTTP://A.ORG',
      '5@',
      'wwwx',
      'http:',
      '*www.a.b*',
    ],
    ...[
      '[x](y)',
      '`www.code.org`',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '# ',
      '(',
      ').',
      '@',
      '.',
      '![a www.b.c](d)',
      '\\',
    ],
  )
  fc.assert(
    fc.property(fc.array(word, {maxLength: 12}), words => {
      const text = words.join(' ')
      expect(parse(text, true)).toEqual(parse(text, false))
    }),
    {numRuns: byEffort(500, 2_000, 20_000)},
  )
  expect(parse('See www.who.int', true)).toMatchObject({children: [{children: [{}, {type: 'link'}]}]})
})
