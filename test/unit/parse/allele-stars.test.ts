import fc from 'fast-check'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {registeredDirectives} from '../../../src/core/1-parse/processor.ts'
import {compile, render} from '../../../src/index.ts'

const syntax = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, {singleTilde: false})
const commonmark = syntax().freeze()
const ours = syntax().use(remarkDirective).use(registeredDirectives, new Set<string>()).freeze()

function htmlOf(source: string): string {
  const document = compile(source)
  expect(document.messages).toEqual([])
  return render(document, {audience: 'patient'})
    .value.trim()
    .replace(/^<p>|<\/p>$/g, '')
}

describe('a star before a digit is text', () => {
  test.each([
    // between a word character and a digit
    ['HLA-A*31:01 or HLA-B*15:02', 'HLA-A*31:01 or HLA-B*15:02'],
    ['TPMT*2, TPMT*3A', 'TPMT*2, TPMT*3A'],
    ['2*3*4', '2*3*4'],
    ['2**3 and 10**12/L', '2**3 and 10**12/L'],
    ['é*2 e\u0301*2 Ж*2 ٣*٣', 'é*2 e\u0301*2 Ж*2 ٣*٣'],
    ['*CYP2C19*2* and **TPMT*3A**', '<em>CYP2C19*2</em> and <strong>TPMT*3A</strong>'],
    ['*TPMT*3 and *TPMT*3', '*TPMT*3 and *TPMT*3'],
    // joined
    ['*1/*2, *68+*4/*1*', '*1/*2, *68+*4/*1*'],
    ['*Diplotype *1/*2*', '<em>Diplotype *1/*2</em>'],
    ['*A *01:01/*02:01, *2,*3 and *2–*17 are*', '<em>A *01:01/*02:01, *2,*3 and *2–*17 are</em>'],
    // within runs that are longer
    ['**Carriers of *2 or *3** and *5 mg*', '<strong>Carriers of *2 or *3</strong> and <em>5 mg</em>'],
    ['***Carriers of *2***', '<em><strong>Carriers of *2</strong></em>'],
    [
      '~~**of *2**~~ [**of *2**](u) _**of *2**_',
      '<del><strong>of *2</strong></del> <a href="u"><strong>of *2</strong></a> <em><strong>of *2</strong></em>',
    ],
    ['*CYP2D6*4/*41*', '<em>CYP2D6*4/*41</em>'],
  ])('in %j', (source, html) => {
    expect(htmlOf(source)).toBe(html)
  })
})

describe('CommonMark reads every other star', () => {
  test.each([
    ['*5 mg* and **5**', '<em>5 mg</em> and <strong>5</strong>'],
    [
      '**Take *5 mg* now** and **take *5 mg***',
      '<strong>Take <em>5 mg</em> now</strong> and <strong>take <em>5 mg</em></strong>',
    ],
    ['*5 mg **twice** daily* and *5 mg**', '<em>5 mg <strong>twice</strong> daily</em> and <em>5 mg</em>*'],
    ['a*b*c', 'a<em>b</em>c'],
    ['(*5 mg*) “*5*”', '(<em>5 mg</em>) “<em>5</em>”'],
    ['*1*/*2*', '<em>1</em>/<em>2</em>'],
    ['🙂*5*', '🙂<em>5</em>'],
    ['HLA-A\\*31:01 or HLA-B\\*15:02, \\*1/\\*2', 'HLA-A*31:01 or HLA-B*15:02, *1/*2'],
    ['HLA&#45;A&#42;31:01 or HLA-B&#42;15:02', 'HLA-A*31:01 or HLA-B*15:02'],
  ])('in %j', (source, html) => {
    expect(htmlOf(source)).toBe(html)
  })

  test('where no digit follows', () => {
    const pieces = [
      'a',
      '5',
      ' ',
      '.',
      '(',
      ')',
      '/',
      '*',
      '**',
      '***',
      '_',
      '`',
      '\\',
      '~~',
      '🙂',
      '\n',
      '[',
      '](u)',
    ]
    const text = fc
      .array(fc.constantFrom(...pieces), {maxLength: 16})
      .map(all => all.join(''))
      .filter(source => !/\*\d/.test(source))
    fc.assert(
      fc.property(text, source => {
        expect(ours.parse(source)).toEqual(commonmark.parse(source))
      }),
      {numRuns: 1000},
    )
  })
})
