import type {Html, PhrasingContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import {
  nestTags,
  printScript,
  textToPhrasing,
  unbalancedTag,
  withoutMarkup,
} from '../../../src/core/language/index.ts'

const text = (value: string): PhrasingContent => ({type: 'text', value})
const html = (value: string): Html => ({type: 'html', value})

/** `sub(max)` for a node, text as it is, HTML in brackets. */
function sketch(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(node => {
      if (node.type === 'text') return node.value
      if (node.type === 'html') return `[${node.value}]`
      return node.type === 'subscript' || node.type === 'superscript'
        ? `${node.type.slice(0, 3)}(${sketch(node.children)})`
        : node.type
    })
    .join('')
}

describe('nestTags', () => {
  test.each<[string, readonly PhrasingContent[], string, readonly string[]]>([
    ['a pair', [text('C'), html('<sub>'), text('max'), html('</sub>')], 'Csub(max)', []],
    [
      'one in the other',
      [html('<sup>'), html('<sub>'), text('x'), html('</sub>'), html('</sup>')],
      'sup(sub(x))',
      [],
    ],
    [
      'crossed',
      [html('<sup>'), html('<sub>'), text('x'), html('</sup>'), html('</sub>')],
      'sup(x)',
      ['<sub>', '</sub>'],
    ],
    ['no end', [html('<sub>'), text('x')], 'x', ['<sub>']],
    ['no beginning', [text('x'), html('</sup>')], 'x', ['</sup>']],
    ['a break', [text('a '), html('<br>'), text('\nb'), html('<br />'), text('c')], 'abreakbbreakc', []],
    ['attributes', [html('<sub id="a">'), text('x'), html('</sub>')], '[<sub id="a">]x[</sub>]', []],
    ['upper case', [html('<SUB>'), text('x'), html('</SUB>')], '[<SUB>]x[</SUB>]', []],
    ['an end in upper case', [html('<sub>'), text('x'), html('</SUB>')], 'x[</SUB>]', ['<sub>']],
    ['another element', [html('<subs>'), text('x')], '[<subs>]x', []],
  ])('%s', (_, nodes, nested, unbalanced) => {
    const found: string[] = []
    expect(sketch(nestTags(nodes, ({value}) => found.push(value)))).toBe(nested)
    expect(found).toEqual(unbalanced)
  })
})

test.each([
  ['subscript', '2', '₂'],
  ['subscript', 'max', '_max'],
  ['subscript', 'max, ss', '_(max, ss)'],
  ['subscript', 'n', '_n'],
  ['superscript', '−3', '⁻³'],
  ['superscript', 'n+1', 'ⁿ⁺¹'],
  ['superscript', '99m', '^99m'],
  ['superscript', ' ', ''],
] as const)('%s %s is printed as %s', (type, content, printed) => {
  expect(printScript(type, content)).toBe(printed)
})

test('a plain text takes tags, and nothing else', () => {
  const position = {start: {line: 1, column: 1}, end: {line: 1, column: 9}}
  expect(textToPhrasing('H<sub>2</sub>O <b>', position)).toEqual([
    {type: 'text', value: 'H', position},
    {type: 'subscript', children: [{type: 'text', value: '2', position}], position},
    {type: 'text', value: 'O <b>', position},
  ])
  expect(textToPhrasing('')).toEqual([])
  expect(textToPhrasing('H<sub>2')).toEqual([{type: 'text', value: 'H<sub>2'}])
  expect(withoutMarkup('10<sup>9</sup><br>cells < 3')).toBe('10⁹ cells < 3')
  expect(unbalancedTag('10<sup>9')).toBe('<sup>')
  expect(unbalancedTag('a < b')).toBeUndefined()
})
