import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readReferences} from '../../../../src/core/citations/references/read-references.ts'
import {styles} from '../../../../src/core/citations/references/styles/index.ts'
import {type PhrasingContent, plainText, type Reference} from '../../../../src/core/language/index.ts'
import {Reporter} from '../../../../src/core/messages/reporter.ts'
import {expectFile, fixtures} from '../../../support/fixtures.ts'

const docs = join(import.meta.dirname, '../../../../docs/citations.md')

const {report, messages} = new Reporter({rules: new Map()}, undefined)
const kinds = ['guideline', 'drug-label', 'trial', 'research']
const works = readReferences(readFileSync(fixtures('sources.yaml'), 'utf8'), 'sources.yaml', kinds, report)

/** The parts of an entry that Markdown can show: italics and links as they are, the rest as text. */
function markdown(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map(node => {
      if (node.type === 'emphasis') return `*${plainText(node.children)}*`
      if (node.type === 'link') return `[${plainText(node.children)}](${node.url})`
      return node.type === 'text' ? node.value.replace(/[[\]*_<>]/g, '\\$&') : ''
    })
    .join('')
}

/** A row for each form, with all styles that print it. */
function rowsOf(reference: Reference): readonly string[] {
  const forms = new Map<string, string[]>()
  for (const {id, entry} of styles.values()) {
    const form = markdown(entry(reference, 'en')).replaceAll('|', '\\|')
    forms.set(form, [...(forms.get(form) ?? []), `\`${id}\``])
  }
  return [...forms].map(([form, ids]) => `| ${ids.join(', ')} | ${form} |`)
}

test('docs/citations.md shows how each style prints each kind of source', async () => {
  expect(messages).toEqual([])
  const written = readFileSync(docs, 'utf8')
  const head = written.slice(0, written.indexOf('## Sources by style'))
  const sections = works.map(({reference}: {reference: Reference}) =>
    [
      `### ${reference.id.replaceAll('-', ' ')}`,
      '',
      '| style | entry |',
      '| --- | --- |',
      ...rowsOf(reference),
    ].join('\n'),
  )
  const opening = 'Made from [fixtures/sources.yaml](../fixtures/sources.yaml) by the test that proves it.'
  await expectFile(`${head}## Sources by style\n\n${opening}\n\n${sections.join('\n\n')}\n`, docs)
})
