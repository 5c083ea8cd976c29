import {dateOf, keyFor, nameOf, present} from './fields.ts'
import type {ReadRecord} from './read-record.ts'
import {recordsOf, TaggedRecord, type TaggedSyntax} from './tagged.ts'

/**
 * PMC puts `PMC` before `PMID`, PubMed puts it last: a record begins where its number would come a second
 * time.
 */
const syntax: TaggedSyntax = {
  field: /^([A-Z]{2,4}) *- ?(.*)$/,
  begins: (tag, open) =>
    (tag === 'PMID' || tag === 'PMC') &&
    (open.length > 1 || open[0]?.tag === tag || open.length === 0) &&
    !isTail(tag, open),
}

/** The PMC number of a PubMed record stands at its end, and a record of PMC begins with it. */
function isTail(tag: string, open: readonly {readonly tag: string}[]): boolean {
  return (
    tag === 'PMC' &&
    open.some(field => field.tag === 'PMID') &&
    !open.some(field => field.tag === 'PMC' || field.tag === 'SO')
  )
}

/** Notices that change what a work is worth. */
const notices: Readonly<Record<string, string>> = {
  RIN: 'retracted',
  ECI: 'expression of concern',
  EIN: 'erratum',
}

/**
 * PubMed's `.nbib` and PMC's MEDLINE exports.
 *
 * @see https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export function readNbib(text: string): readonly ReadRecord[] {
  return recordsOf(text, syntax).map(fields => {
    const record = new TaggedRecord(fields)
    return {line: record.line, item: itemOf(record)}
  })
}

function itemOf(record: TaggedRecord): Record<string, unknown> {
  const author = [
    ...(record.all('FAU').length > 0 ? record.all('FAU') : record.all('AU')).map(nameOf),
    ...record.all('CN').map(literal => ({literal})),
  ]
  const kinds = record.all('PT')
  const issued = dateOf(record.first('DP') ?? record.first('DEP'))
  const title = record.first('TI', 'BTI')?.replace(/\.$/, '')
  const pmid = record.first('PMID')
  const status = Object.keys(notices).find(tag => record.first(tag) !== undefined)
  const book = record.first('BTI') !== undefined
  return present({
    id:
      pmid === undefined
        ? keyFor(author[0] && 'family' in author[0] ? author[0].family : undefined, issued)
        : `pmid${pmid}`,
    type: kinds.includes('Preprint') ? 'article' : book ? 'book' : 'article-journal',
    title,
    author: author.length > 0 ? author : undefined,
    editor: record.all('FED').length > 0 ? record.all('FED').map(nameOf) : undefined,
    issued,
    'container-title': record.first('JT'),
    'container-title-short': record.first('TA'),
    publisher: record.first('PB'),
    'publisher-place': record.first('PL') !== undefined && book ? record.first('PL') : undefined,
    volume: record.first('VI'),
    issue: record.first('IP'),
    page: record.first('PG')?.replace(/;.*$/, ''),
    DOI: identifier(record, 'doi'),
    PMID: pmid,
    PMCID: record.first('PMC'),
    language: record.first('LA'),
    notice: kinds.includes('Retracted Publication') ? 'retracted' : status && notices[status],
  })
}

function identifier(record: TaggedRecord, kind: string): string | undefined {
  const found = record.all('LID', 'AID').find(value => value.endsWith(`[${kind}]`))
  return found?.slice(0, -kind.length - 2).trim()
}
