import {expect, test} from 'vitest'
import {raiseCitations} from '../../../src/core/4-number/raise.ts'
import {compile, render} from '../../../src/index.ts'
import {forgetful, selectFor} from '../../support/select-source.ts'
import {sketches} from '../../support/sketch.ts'

const references = ['a', 'b', 'c', 'd'].map(id => ({id, type: 'book', title: id.toUpperCase()}))

test.each([
  ['It works :cite[a].', 'It works.¹'],
  ['It works :cite[a], and well.', 'It works,¹ and well.'],
  ['It works :cite[a]; and well.', 'It works¹; and well.'],
  ['As shown :cite[a]: well.', 'As shown¹: well.'],
  ['“It works :cite[a].”', '“It works.”¹'],
  ['It works :cite[a; b; c] here.', 'It works¹⁻³ here.'],
  ['It works :cite[a]:cite[b].', 'It works.¹,²'],
  ['It works :cite[a] :cite[b], so.', 'It works,¹,² so.'],
  ['It works :cite[a; b; d].', 'It works.¹⁻³'],
  ['It works :cite[a, p. 5].', 'It works.¹⁽ᵖ⁵⁾'],
  ['It works :cite[a, section 2].', 'It works.[1(section 2)]'],
  ['*It works* :cite[a].', 'It works.¹'],
])('%s', (source, printed) => {
  const document = compile(source, {references})
  const {value} = render(document, {audience: 'patient', format: 'text', citationStyle: 'ama'})
  expect(value.split('\n')[0]).toBe(printed)
})

test('HTML has a superscript, other styles none', () => {
  const document = compile('It works :cite[a].', {references})
  const html = (citationStyle: string): string => render(document, {audience: 'patient', citationStyle}).value
  expect(html('ama')).toContain('works.<sup class="citation"><a href="#ref-a"')
  expect(html('numeric')).toContain('works <span class="citation">[<a href="#ref-a"')
})

const [one, two, three] = ['citation(a)', 'citation(b)', 'citation(c)']

test.each([
  {source: 'x :cite[a].', want: `paragraph[x.${one}]`},
  {source: 'x  :cite[a] y', want: `paragraph[x${one} y]`},
  {source: 'x :cite[a].”» y', want: `paragraph[x.”»${one} y]`},
  {source: 'x :cite[a]” y.', want: `paragraph[x${one}” y.]`},
  {source: 'x. y :cite[a]', want: `paragraph[x. y${one}]`},
  {source: ':cite[a]', want: `paragraph[${one}]`},
  {source: ':cite[a], x', want: `paragraph[,${one} x]`},
  {source: '*x* :cite[a]. y', want: `paragraph[emphasis[x].${one} y]`},
  {source: '*x*:cite[a]. y', want: `paragraph[emphasis[x].${one} y]`},
  {source: '*x*:cite[a] y', want: `paragraph[emphasis[x]${one} y]`},
  {source: 'x :cite[a]*. y*', want: `paragraph[x${one}emphasis[. y]]`},
  {source: 'x :cite[a]`.`', want: `paragraph[x${one}\`.\`]`},
  {source: '`x `:cite[a].', want: `paragraph[\`x \`.${one}]`},
  {source: 'x :cite[a] :cite[b] :cite[c].', want: `paragraph[x.${one},${two},${three}]`},
  {source: 'x :cite[a]:cite[b] y :cite[c].', want: `paragraph[x${one},${two} y.${three}]`},
  {source: 'x :cite[a] *y* :cite[b]', want: `paragraph[x${one} emphasis[y]${two}]`},
  {source: 'x :cite[a] *y*', want: `paragraph[x${one} emphasis[y]]`},
  {source: 'x :cite[a] and :cite[b]', want: `paragraph[x${one} and${two}]`},
  {source: 'x :cite[a]*y*:cite[b]', want: `paragraph[x${one}emphasis[y]${two}]`},
  {source: 'x :cite[a] `y` :cite[b]', want: `paragraph[x${one} \`y\`${two}]`},
  {source: 'x :cite[a]&nbsp;', want: `paragraph[x${one}\u00a0]`},
  {source: 'x :cite[a] .', want: `paragraph[x${one} .]`},
  {source: '> *x :cite[a].*', want: `blockquote[paragraph[emphasis[x.${one}]]]`},
])('$source is raised to $want', ({source, want}) => {
  const document = compile(source, {references})
  for (const one of [document, forgetful(document)])
    expect(sketches(raiseCitations(selectFor(one)).root.children)).toBe(want)
})

test('citations in notes are raised as well', () => {
  const document = compile('x[^n]\n\n[^n]: y :cite[a].', {references})
  const {footnotes} = raiseCitations(selectFor(document))
  expect([...footnotes].map(([id, note]) => [id, sketches([note])])).toEqual([
    ['n', `footnoteDefinition[paragraph[y.${one}]]`],
  ])
})

test('what need not move is the same object, and so is a block that was raised before', () => {
  const document = compile('Plain *text*.\n\n> x:cite[a] y\n\n`x`:cite[b]\n\n*a* b:cite[a]. :cite[c]', {
    references,
  })
  const selection = selectFor(document)
  const {children} = raiseCitations(selection).root
  expect(children.map((child, index) => child === selection.root.children[index])).toEqual([
    true,
    true,
    true,
    false,
  ])
  const last = selection.root.children.at(-1)
  if (last?.type !== 'paragraph') throw new Error('There is no paragraph')
  expect(raiseCitations(selection).root.children[3]).toBe(children[3])
  const moved = children[3]
  expect(moved?.type === 'paragraph' && moved.children[0]).toBe(last.children[0])
  expect(moved?.type === 'paragraph' && moved.children.includes(last.children[2] as never)).toBe(true)
})
