import {format} from 'prettier'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {compile, render} from '../../../src/index.ts'

const remark = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).use(remarkStringify).freeze()

const sources = [
  'HLA-A*31:01 is one.',
  'Of HLA-A*31:01 or HLA-B*15:02 both.',
  'CYP2D6*4/CYP2D6*41 and TPMT*2, TPMT*3A',
  'CYP2C19*2 and *3',
  'A *1/*2 and *1/*1 here',
  'A *68+*4/*1 here',
  '| a |\n| --- |\n| DRB1*04:01, DRB1*04:04 |',
  'HLA-A\\*31:01 or HLA-B\\*15:02',
  'adrenaline 1:1000[3], 1:2[5]',
]

function textOf(source: string): string {
  const document = compile(source)
  expect(document.messages).toEqual([])
  return render(document, {audience: 'patient', format: 'text'}).value
}

test.each(sources)('Prettier and remark leave what %j says', async source => {
  expect(textOf(await format(source, {parser: 'markdown'}))).toBe(textOf(source))
  expect(textOf(String(remark.processSync(source)))).toBe(textOf(source))
})
