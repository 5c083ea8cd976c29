import {dateOf, keyFor, nameOf, present} from './fields.ts'
import type {ReadRecord} from './read-record.ts'
import {recordsOf, TaggedRecord, type TaggedSyntax} from './tagged.ts'

const syntax: TaggedSyntax = {
  field: /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|$)/,
  begins: tag => tag === 'TY',
  end: 'ER',
}

/** @see https://en.wikipedia.org/wiki/RIS_(file_format)#Type_of_reference */
const types: Readonly<Record<string, string>> = {
  JOUR: 'article-journal',
  EJOUR: 'article-journal',
  JFULL: 'article-journal',
  MGZN: 'article-magazine',
  NEWS: 'article-newspaper',
  INPR: 'article-journal',
  ABST: 'article-journal',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  RPRT: 'report',
  GOVDOC: 'report',
  STAND: 'standard',
  THES: 'thesis',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
  DATA: 'dataset',
  AGGR: 'dataset',
  COMP: 'software',
  UNPB: 'manuscript',
  PAT: 'patent',
  GEN: 'document',
}

/**
 * RIS, as reference managers and publishers export it. Web of Science's own format has tags without dashes
 * and gets another message.
 */
export function readRis(text: string): readonly ReadRecord[] {
  const records = recordsOf(text, syntax).map(fields => {
    const record = new TaggedRecord(fields)
    return {line: record.line, item: itemOf(record)}
  })
  const other = records.length === 0 ? /^(?:FN .*|PT [JBSP]\s*)$/m.exec(text) : null
  if (other === null) return records
  const line = text.slice(0, other.index).split('\n').length
  return [
    {line, problem: 'This is the tagged format of Web of Science, not RIS: export the records there as RIS'},
  ]
}

function itemOf(record: TaggedRecord): Record<string, unknown> {
  const author = record.all('AU', 'A1').map(nameOf)
  const issued = dateOf(record.first('DA', 'PY', 'Y1'))
  const pages = [record.first('SP'), record.first('EP')].filter(page => page !== undefined)
  const type = types[record.first('TY')?.toUpperCase() ?? ''] ?? 'document'
  const isArticle = type.startsWith('article')
  return present({
    id: record.first('ID') ?? keyFor(author[0]?.family ?? author[0]?.literal, issued),
    type,
    title: record.first('TI', 'T1', 'CT'),
    author: author.length > 0 ? author : undefined,
    editor: type === 'chapter' ? listed(record.all('ED', 'A2')) : listed(record.all('ED')),
    issued,
    accessed: dateOf(record.first('Y2')),
    'container-title': record.first('JF', 'JO', 'T2', 'BT'),
    'container-title-short': record.first('JA', 'J2'),
    publisher: isArticle ? undefined : record.first('PB'),
    'publisher-place': isArticle ? undefined : record.first('CY', 'PP'),
    edition: record.first('ET'),
    volume: record.first('VL'),
    issue: record.first('IS'),
    page: pages.join('-'),
    DOI: record.first('DO'),
    PMID:
      record.first('AN') !== undefined && /^\d{1,8}$/.test(record.first('AN') ?? '')
        ? record.first('AN')
        : undefined,
    ISSN: isArticle ? record.first('SN') : undefined,
    ISBN: isArticle ? undefined : record.first('SN'),
    // Some exports put several URLs into one field.
    URL: record.first('UR')?.split(/;\s*/)[0],
    language: record.first('LA'),
  })
}

function listed(names: readonly string[]): readonly Record<string, string>[] | undefined {
  return names.length > 0 ? names.map(nameOf) : undefined
}
