import {expect, test} from 'vitest'
import {compile, render} from '../../src/index.ts'

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
