import {expect, test} from 'vitest'
import {findStyle} from '../../../../src/api/render/render-options.ts'
import {variantOf} from '../../../../src/api/variant.ts'
import {proseOf} from '../../../../src/checks/readability/prose.ts'
import {compile, render} from '../../../../src/index.ts'

test('a word with a subscript is one word', () => {
  const document = compile('The C<sub>max</sub> of <sup>99m</sup>Tc.\n\n<sub>low</sub> next\n')
  const reader = {audience: 'patient', dimensions: new Map<string, string>()}
  const {selection, numbering} = variantOf(document, reader, findStyle(document.settings, 'numeric'))
  expect(proseOf(selection, numbering).map(({text}) => text)).toEqual(['The Cmax of 99mTc.', 'low next'])
  expect(render(document, {audience: 'patient'}).meta.wordCount).toBe(6)
})
