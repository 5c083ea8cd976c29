import {type ComponentChildren, type ComponentType, h} from 'preact'
import * as runtime from 'preact/jsx-runtime'
import {render as toHtml} from 'preact-render-to-string'
import remarkGfm from 'remark-gfm'
import {VFile} from 'vfile'
import {expect, test} from 'vitest'
import {type RemarkParlanceOptions, remarkParlance} from '../../../src/faces/remark/index.ts'

/**
 * As far as it is used here. Its own types add nodes to mdast, for which our tables of nodes have no
 * handlers.
 */
interface Mdx {
  readonly compile: (file: VFile, options: MdxOptions) => Promise<VFile>
  readonly evaluate: (
    file: VFile,
    options: MdxOptions,
  ) => Promise<{readonly default: ComponentType<Record<string, unknown>>}>
}
interface MdxOptions {
  readonly remarkPlugins: readonly unknown[]
  readonly [of: string]: unknown
}
const {compile: compileMdx, evaluate} = (await import('@mdx-js/mdx' as string)) as Mdx

const references = [
  {id: 'trial', type: 'book', title: 'The trial', issued: 2009},
  {id: 'label', type: 'book', title: 'The label', issued: 2023},
]
const glossary = {
  bolus: {term: {default: 'bolus', patient: 'single dose'}, definition: {default: 'At once.'}},
}
const files: Readonly<Record<string, string>> = {
  '_part.mdx': 'Included <Card>:clinician[part-secret]:patient[part-soft]</Card> for {props.name}.\n',
}

const source = `---
title: {default: Title-secret, patient: Title-soft}
---

export const dose = 75

# Hello {props.name}

<Card title="x">

:::clinician
Secret-a <b>bold-secret</b> {1 + 1} :cite[trial].
:::

Everyone takes {dose} mg of 1:1000 when :say[tired]{clinician="asthenia-secret"} :cite[label].

</Card>

Inline <em>:clinician[inline-secret]:patient[inline-soft]</em>, {props.name}.

:::clinician
<Card>Card-secret</Card>

{props.secret}
:::

:::patient
<Card>Only the patient: :term[bolus].</Card>

{props.name.toUpperCase()}
:::

<Card>:clinician[whole-secret]</Card>

::include{file=_part.mdx}
`

const options = (more: Partial<RemarkParlanceOptions> = {}): RemarkParlanceOptions => ({
  audience: 'patient',
  references,
  glossary,
  read: path => files[path],
  ...more,
})

async function shown(more: Partial<RemarkParlanceOptions> = {}, text = source): Promise<string> {
  const file = new VFile({value: text, path: 'page.mdx'})
  const {default: Content} = await evaluate(file, {
    ...runtime,
    Fragment: runtime.Fragment,
    remarkPlugins: [
      [remarkGfm, {singleTilde: false}],
      [remarkParlance, options(more)],
    ],
  })
  const Card = ({children}: {children: ComponentChildren}) => h('article', null, children)
  return toHtml(h(Content, {name: 'Ann', secret: 'prop-secret', components: {Card}}))
}

test('JSX and expressions stand where their place is selected, and are gone where it is not', async () => {
  const patient = await shown()
  expect(patient).toContain('<h1 id="hello">Hello Ann</h1>')
  expect(patient).toContain(
    'Everyone takes 75 mg of 1:1000 when tired <span class="citation">[<a href="#ref-label"',
  )
  expect(patient).toContain('Inline <em>inline-soft</em>, Ann.')
  expect(patient).toMatch(
    /<article>Only the patient: <dfn title="At once."><a href="#term-bolus">single dose<\/a><\/dfn>.<\/article>/,
  )
  expect(patient).toContain('ANN')
  expect(patient).toContain('Included <article>part-soft</article> for Ann.')
  expect(patient).toContain('<article></article>')
  expect(patient).toContain('The label')
  expect(patient).not.toMatch(/secret|The trial|trial/)

  const clinician = await shown({audience: 'clinician'})
  for (const text of [
    'Secret-a <b>bold-secret</b> 2 ',
    'asthenia-secret',
    'inline-secret',
    '<article>Card-secret</article>',
    'prop-secret',
    'whole-secret',
    'part-secret',
    'The trial',
  ])
    expect(clinician).toContain(text)
  expect(clinician).not.toMatch(/soft|Only the patient|ANN/)
})

test('the compiled module holds nothing for others', async () => {
  const plugins = {remarkPlugins: [[remarkParlance, options()]]}
  const file = await compileMdx(new VFile({value: source, path: 'page.mdx'}), plugins)
  expect(String(file)).toContain('inline-soft')
  expect(String(file)).not.toMatch(/-secret|bold|1 \+ 1|props\.secret|The trial/)
  expect(file.data.parlance?.meta.title).toBe('Title-soft')
})

test.each([
  ['an expression', "{show ? ':clinician[secret]' : ''}", 1],
  ['an attribute', 'Text <Card title=":only[secret]{for=clinician}" />', 1],
  ['an export', "export const a = ':only[secret]{for=clinician}'", 1],
])('a condition in %s is an error, and nothing is shown', async (_, text, line) => {
  const file = new VFile({value: `${text}\n\nMore.\n`, path: 'page.mdx'})
  const plugins = {remarkPlugins: [[remarkParlance, options()]]}
  const compiled = await compileMdx(file, plugins)
  expect(String(compiled)).not.toMatch(/secret|More/)
  expect(compiled.messages).toEqual([
    expect.objectContaining({ruleId: 'directive-misplaced', line, fatal: true}),
  ])
})
