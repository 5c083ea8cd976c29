import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import CSL from 'citeproc'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cslStyle} from '../../../../src/adapters/csl/index.ts'
import {plainText, type Reference} from '../../../../src/core/language/index.ts'
import {bracketed, english} from '../../../support/csl.ts'

const folder = join(import.meta.dirname, '../../../../../shared/reference/citations')
const records = join(folder, 'pubmed-nlm-ama.json')
const files = {
  nlm: join(folder, 'csl/nlm-citation-sequence.csl'),
  ama: join(folder, 'csl/american-medical-association.csl'),
}
const present = [records, ...Object.values(files)].every(existsSync)

test('whether the records and the two styles were present', () => {
  if (!present)
    process.stderr.write('The records of PubMed or the CSL styles are not present: not looked at.\n')
  expect(Object.keys(files)).toHaveLength(2)
})

describe.runIf(present).each(['nlm', 'ama'] as const)('records of PubMed by the CSL style of %s', id => {
  interface Entry {
    readonly csl: Reference
    readonly nlm: string
    readonly ama: string
  }
  const {entries} = present
    ? (JSON.parse(readFileSync(records, 'utf8')) as {entries: readonly Entry[]})
    : {entries: []}
  const style = present
    ? cslStyle({id, style: readFileSync(files[id], 'utf8'), locales: english})
    : cslStyle({id, style: bracketed, locales: english})

  test.each(entries.map(entry => [entry.csl.id, entry] as const))('%s', (_, entry) => {
    expect(plainText(style.entry(entry.csl, 'en'))).toBe(entry[id])
  })
})

const ranged = bracketed.replace(' after-collapse-delimiter="; "', '')
const sort = '<sort><key variable="citation-number"/></sort>'
/** Styles that print pages in their citations. */
const withPages = {
  'sorted, ranged': ranged,
  'sorted, without ranges': ranged.replace(' collapse="citation-number"', ''),
  'as written, ranged': ranged.replace(sort, ''),
  'as written, without ranges': ranged.replace(sort, '').replace(' collapse="citation-number"', ''),
  ...(present && {ama: readFileSync(files.ama, 'utf8')}),
}
const all = {...withPages, ...(present && {nlm: readFileSync(files.nlm, 'utf8')})}

/** The same cluster by citeproc and by us. */
function printers(text: string) {
  const engine = new CSL.Engine(
    {
      retrieveLocale: () => english,
      retrieveItem: id => ({id, type: 'book', title: `Title ${id.padStart(3, '0')}`}),
    },
    text,
    'en-US',
  )
  engine.setOutputFormat('text')
  engine.updateItems(Array.from({length: 12}, (_, index) => `${index + 1}`))
  const style = cslStyle({id: 'x', style: text, locales: english})
  return {
    theirs: (items: readonly Cite[]): string =>
      engine.makeCitationCluster(
        items.map(({number, page}) => ({
          id: `${number}`,
          ...(page !== null && {locator: `${page}`, label: 'page'}),
        })),
      ),
    ours: (items: readonly Cite[]): string =>
      style
        .cluster(
          items.map(({number, page}) => ({
            key: `${number}`,
            number,
            ...(page !== null && {locator: `p. ${page}`}),
          })),
        )
        .map(({value}) => value)
        .join(''),
  }
}

interface Cite {
  readonly number: number
  readonly page: number | null
}

function clustersOf(page: fc.Arbitrary<number | null>): fc.Arbitrary<Cite[]> {
  const cite = fc.record({number: fc.integer({min: 1, max: 12}), page})
  return fc.uniqueArray(cite, {minLength: 1, selector: ({number}) => number})
}

test.each(Object.entries(all))(
  'numbers, their order and their ranges are those of citeproc: %s',
  (_, text) => {
    const {ours, theirs} = printers(text)
    fc.assert(
      fc.property(clustersOf(fc.constant(null)), items => {
        expect(ours(items)).toBe(theirs(items))
      }),
    )
  },
)

test.each(Object.entries(withPages))('so are pages: %s', (_, text) => {
  const {ours, theirs} = printers(text)
  fc.assert(
    fc.property(clustersOf(fc.option(fc.nat(99))), items => {
      expect(ours(items)).toBe(theirs(items))
    }),
  )
})
