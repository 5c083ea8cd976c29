import type {PhrasingContent} from 'mdast'
import {expect, test} from 'vitest'
import {gap, type Loose} from '../../../src/core/3-select/gap.ts'
import {normalizeWhitespace} from '../../../src/core/3-select/normalize-whitespace.ts'
import {plainText} from '../../../src/core/language/index.ts'

/** `|` is a seam, `*…*` emphasis, a backtick pair code, `/` a hard break; anything else is text. */
function phrasing(source: string): Loose[] {
  return (source.match(/\*[^*]*\*|`[^`]*`|[|/]|[^*`|/]+/g) ?? []).map((part): Loose => {
    if (part === '|') return gap
    if (part === '/') return {type: 'break'}
    if (part.startsWith('`')) return {type: 'inlineCode', value: part.slice(1, -1)}
    if (part.startsWith('*'))
      return {type: 'emphasis', children: phrasing(part.slice(1, -1)) as PhrasingContent[]} // seams inside
    return {type: 'text', value: part}
  })
}

function show(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(node =>
      node.type === 'emphasis' ? `*${show(node.children)}*` : node.type === 'break' ? '/' : plainText([node]),
    )
    .join('')
}

test.each([
  {source: 'take | daily', want: 'take daily'},
  {source: 'take |.', want: 'take.'},
  {source: 'take |, then', want: 'take, then'},
  {source: 'take (|) daily', want: 'take daily'},
  {source: 'take ( | ).', want: 'take.'},
  {source: 'take ([|]) now', want: 'take now'},
  {source: 'take (|the dose)', want: 'take (the dose)'},
  {source: 'take (| the dose)', want: 'take (the dose)'},
  {source: 'take (the dose |)', want: 'take (the dose)'},
  {source: '| take', want: 'take'},
  {source: 'take |', want: 'take'},
  {source: 'dose | .5 mg', want: 'dose .5 mg'},
  {source: 'at | :30', want: 'at :30'},
  {source: 'a | | | b', want: 'a b'},
  {source: 'very *| tired* |.', want: 'very *tired*.'},
  {source: 'very *tired |*.', want: 'very *tired*.'},
  {source: 'very *|* tired', want: 'very tired'},
  {source: '`x` |.', want: 'x.'},
  {source: '`x` | y', want: 'x y'},
  {source: 'one/|', want: 'one'},
  {source: 'one/|/two', want: 'one/two'},
  {source: '|/two', want: 'two'},
  {source: 'two  spaces | stay', want: 'two  spaces stay'},
  {source: 'a ( ) b | c', want: 'a ( ) b c'},
  {source: 'aspirin, |, and rest', want: 'aspirin, and rest'},
  {source: 'aspirin, |.', want: 'aspirin.'},
  {source: 'at 1, |.5 mg', want: 'at 1, .5 mg'},
  {source: '|; then rest', want: 'then rest'},
  {source: '|;then', want: ';then'},
  {source: 'one/|two', want: 'one/two'},
  {source: 'one /|', want: 'one'},
  {source: '| take; then', want: 'take; then'},
  {source: '|take, then', want: 'take, then'},
  {source: 'a,|, b', want: 'a, b'},
  {source: 'a, b, |, c', want: 'a, b, c'},
  {source: 'a, | b, c', want: 'a, b, c'},
  {source: 'a b| c', want: 'a b c'},
  {source: 'take| .', want: 'take.'},
  {source: 'take |`x`', want: 'take x'},
  {source: '|, ; x', want: 'x'},
  {source: 'a, ; |.', want: 'a.'},
  {source: 'a *(|)* b', want: 'a b'},
  {source: '*tired * |.', want: '*tired*.'},
  {source: '*`x` tired * |.', want: '*x tired*.'},
  {source: 'say “|” now', want: 'say now'},
  {source: 'say “| yes” now', want: 'say “yes” now'},
])('$source becomes $want', ({source, want}) => {
  expect(show(normalizeWhitespace(phrasing(source), 'en'))).toBe(want)
})

test('French keeps its blank before double punctuation', () => {
  expect(show(normalizeWhitespace(phrasing('prendre | : deux'), 'fr-CH'))).toBe('prendre : deux')
  expect(show(normalizeWhitespace(phrasing('prendre |, deux'), 'fr'))).toBe('prendre, deux')
  expect(show(normalizeWhitespace(phrasing('prendre | deux, trois'), 'fr'))).toBe('prendre deux, trois')
  expect(show(normalizeWhitespace(phrasing('take | : two'), 'en-FR'))).toBe('take: two')
})

test('what touches no seam is the same object', () => {
  const [first, ...others] = phrasing('*a  ( )* b |.')
  expect(normalizeWhitespace([first as Loose, ...others], 'en')[0]).toBe(first)
})
