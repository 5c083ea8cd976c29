import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readBibtex} from '../../../../src/adapters/bibtex/index.ts'
import {readReferences} from '../../../../src/core/citations/references/read-references.ts'
import {Reporter} from '../../../../src/core/messages/reporter.ts'

type Item = Readonly<Record<string, unknown>>

const itemsOf = (text: string): readonly Item[] =>
  readBibtex(text).flatMap(record => ('item' in record ? [record.item] : []))

const problemsOf = (text: string): readonly string[] =>
  readBibtex(text).flatMap(record => ('problem' in record ? [`${record.line} ${record.problem}`] : []))

/** What one field of an entry becomes. */
const fieldOf = (written: string, name: string): unknown => itemsOf(`@misc{a, ${written}}`)[0]?.[name]

describe('LaTeX becomes plain text', () => {
  test.each([
    ['{{\\"U}ber {\\ss} \\o{} \\aa{} \\c{c} \\v{s} {\\\'\\i}}', 'Über ß ø å ç š í'],
    ['{{HER2}-Positive {B}reast Cancer}', 'HER2-Positive Breast Cancer'],
    ['{a {\\it b} \\emph{c} \\textsc{d} \\mbox{e}}', 'a b c d e'],
    ['{H\\textsubscript{2}O and 10\\textsuperscript{-6}}', 'H₂O and 10⁻⁶'],
    ['{$10^{6}$ cells, $p \\leq 0.05$, 5 $\\pm$ 1, $\\alpha$}', '10⁶ cells, p ≤ 0.05, 5 ± 1, α'],
    ['{p < 0.05 \\& q > 1, 100\\%, \\$5, a\\_b}', 'p < 0.05 & q > 1, 100%, $5, a_b'],
    ['{5\\,mg~daily -- or --- more}', '5\u00a0mg\u00a0daily – or — more'],
    ["{``quoted'' \\enquote{too}}", '“quoted” “too”'],
    ['{\\~{}tilde \\^{}hat a\\"{}b}', '~tilde ^hat ab'],
    ['{over\r\n   two lines}', 'over two lines'],
    ['"in " # "two" # { parts}', 'in two parts'],
  ])('%s', (written, title) => {
    expect(fieldOf(`title = ${written}`, 'title')).toBe(title)
  })
})

describe('fields', () => {
  test.each([
    ['pages = {109--119}', 'page', '109-119'],
    ['pages = {1--3, 5 -- 9}', 'page', '1-3, 5-9'],
    ['doi = {10.1007/978-3\\_1}', 'DOI', '10.1007/978-3_1'],
    ['url = {\\url{https://example.org/a\\_b}}', 'URL', 'https://example.org/a_b'],
    ['howpublished = {\\url{https://example.org/}}', 'URL', 'https://example.org/'],
    ['urldate = {2020-01-02}', 'accessed', {'date-parts': [[2020, 1, 2]]}],
    ['date = {2016/2017}', 'issued', {'date-parts': [[2016], [2017]]}],
    ['date = {2017/}', 'issued', {'date-parts': [[2017]]}],
    ['year = 2020, month = jun # "/" # jul', 'issued', {'date-parts': [[2020]]}],
    ['year = 2020, month = feb', 'issued', {'date-parts': [[2020, 2]]}],
    ['month = feb', 'issued', undefined],
    ['pmid = 25693012', 'PMID', '25693012'],
    ['eprint = {25693012}, eprinttype = {PubMed}', 'PMID', '25693012'],
    ['eprint = {25693012}, archiveprefix = {pubmed}', 'PMID', '25693012'],
    ['pmcid = {5584549}', 'PMCID', 'PMC5584549'],
    ['eprint = {5584549}, eprinttype = {pmc}', 'PMCID', 'PMC5584549'],
    ['eprint = {2001.00001}, archiveprefix = {arXiv}', 'number', 'arXiv:2001.00001'],
    ['eprint = {2001.00001}, archiveprefix = {arXiv}', 'URL', 'https://arxiv.org/abs/2001.00001'],
    ['eprint = {2001.00001}, archiveprefix = {arXiv}, doi = {10.1000/a}', 'URL', undefined],
    ['eprint = {123}, eprinttype = {jstor}', 'URL', 'https://www.jstor.org/stable/123'],
    ['eprint = {20.1/2}, eprinttype = {hdl}', 'URL', 'https://hdl.handle.net/20.1/2'],
    ['eprint = {7}, eprinttype = {other}', 'number', 'other:7'],
    ['publisher = {Taylor and Francis}', 'publisher', 'Taylor and Francis'],
    ['type = {phdthesis}', 'genre', 'PhD thesis'],
    ['abstract = {$ is not even parsed}', 'abstract', undefined],
    ['volume = {}', 'volume', undefined],
  ])('%s', (written, name, value) => {
    expect(problemsOf(`@misc{a, ${written}}`)).toEqual([])
    expect(fieldOf(written, name)).toEqual(value)
  })

  test.each([
    ["Baselga, Jos{\\'e}", [{family: 'Baselga', given: 'José'}]],
    [
      "Jos{\\'e} Baselga AND Ann Alpha",
      [
        {family: 'Baselga', given: 'José'},
        {family: 'Alpha', given: 'Ann'},
      ],
    ],
    ['{World Health Organization}', [{literal: 'World Health Organization'}]],
    ['Smith, Jo and others', [{family: 'Smith', given: 'Jo'}, {literal: 'et al'}]],
    ['King, Jr., Martin Luther', [{family: 'King', given: 'Martin Luther', suffix: 'Jr.'}]],
    ['Ludwig van Beethoven', [{family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van'}]],
  ])('the names %s', (written, names) => {
    expect(fieldOf(`author = {${written}}`, 'author')).toEqual(names)
  })

  test('an unknown type becomes a document and loses nothing', () => {
    expect(
      itemsOf(
        '@guideline{a, title = {T}, journaltitle = {J}, shortjournal = {J.}, number = 3, issue = {Spring}, volume = 2, pages = 5}',
      ),
    ).toEqual([
      {
        ...{id: 'a', type: 'document', title: 'T', 'container-title': 'J', 'container-title-short': 'J.'},
        ...{number: '3', issue: 'Spring', volume: '2', page: '5'},
      },
    ])
  })
})

describe('entries', () => {
  test.each(['\n', '\r\n', '\r'])('have their line, whatever ends it: %j', end => {
    const text = [
      '% Comment',
      '@misc{a,',
      '  title = {A',
      '  b},',
      '}',
      '',
      '@misc(b, title = {B}) @misc{c,',
      '}',
    ]
    const records = readBibtex(`\uFEFF${text.join(end)}`)
    expect(records.map(({line}) => line)).toEqual([2, 7, 7])
    expect(records.map(record => 'item' in record && record.item.title)).toEqual(['A b', 'B', undefined])
  })

  test('behind a percent sign or @comment are none, and other text is passed over', () => {
    const text =
      '%@article{no, title={x}}\nMail me@example.org\n@comment{@misc{no, title={z}}}\n@misc{yes, title={y}}\n'
    expect(itemsOf(text).map(({id}) => id)).toEqual(['yes'])
    expect(problemsOf(text)).toEqual([])
  })

  test('strings and preambles hold for those below them', () => {
    const text =
      '@preamble{"x"}\n@string{a = "One"}\n@string{b = a # { two}}\n@misc{m, title = B # " three"}\n'
    expect(itemsOf(text)).toEqual([{id: 'm', type: 'document', title: 'One two three'}])
  })

  test('crossref takes what an entry lacks from one before or behind it', () => {
    const text =
      '@inproceedings{a, title={A}, crossref={b}}\n@proceedings{b, title={B}, year=2020, publisher={P}}\n@inproceedings{broken, title={,}\n'
    expect(itemsOf(text)[0]).toEqual({
      ...{id: 'a', type: 'paper-conference', title: 'A', 'container-title': 'B', publisher: 'P'},
      issued: {'date-parts': [[2020]]},
    })
  })

  test.each(['book', 'mvbook', 'collection', 'proceedings'])(
    'a %s that is referred to needs no author',
    type => {
      const text = `@inbook{a, title={A}, crossref={b}}\n@${type}{b, title={B}, publisher={P}}`
      expect(problemsOf(text)).toEqual([])
      expect(itemsOf(text)[0]).toMatchObject({id: 'a', title: 'A', publisher: 'P'})
      expect(Object.keys(itemsOf(text)[0] ?? {})).not.toContain('author')
    },
  )

  test('commas between entries mean nothing, fields there are a brace too many', () => {
    expect(problemsOf('@misc{a, title={A}},\n@misc{b, title={B}},\n')).toEqual([])
    expect(problemsOf('@misc{a, title={A}}, year=2020}\n@misc{b, title={B}}')).toEqual([
      '1 `a` is closed before its last field: a brace too many, or one too few before it',
    ])
  })

  test('keys may hold brackets', () => {
    const [item] = itemsOf('@misc{10.1016/s0140-6736(20)30183-5, title={T}}')
    expect(item?.id).toBe('10.1016/s0140-6736(20)30183-5')
  })

  test.each([
    ['@misc{, title={x}}', '1 This `@misc` has no key: write it like `@misc{smith2020, …}`'],
    ['@string{"x"}', '1 This `@string` has no name: write it like `@string{nejm = "N Engl J Med"}`'],
    [
      '@misc{a, title={x}, crossref={b}}@misc{b, crossref={a}}',
      '1 The `crossref` of `a` leads in a circle, or over more than 8 entries',
    ],
    [
      '@misc{a, author={Smith, J., Doe, J.}}',
      '1 `author` of `a` has a name of more than three parts: write `and` between names',
    ],
    [
      '@string{a = "x"}\n\n@misc{b,\n title = a,\n year 2020\n}',
      '5 `b` cannot be read: expected `=`, not a number',
    ],
    [
      '@misc{a, title = {It costs 5$}}',
      '1 `title` of `a` cannot be read: what a brace, `$` or `\\begin` opens is not closed (a dollar sign is written `\\$`)',
    ],
    [
      '@misc{a, title = {x \\foo{bar}}}',
      '1 `title` of `a` holds `\\foo`, which is not known here: write it as plain text',
    ],
    [
      `@misc{a, title = {${'{'.repeat(20_000)}${'}'.repeat(20_000)}}}`,
      '1 `a` cannot be read: its braces are nested too deeply',
    ],
  ])('%.60s is reported', (text, problem) => {
    expect(problemsOf(text)[0]).toBe(problem)
  })

  test('strings that double one another end in a message', () => {
    const doubled = Array.from({length: 40}, (_, index) => `@string{s${index + 1} = s${index} # s${index}}`)
    const text = ['@string{s0 = "0123456789"}', ...doubled, '@misc{a, title = {A}}'].join('\n')
    expect(problemsOf(text)[0]).toMatch(/becomes too long by the strings in it$/)
    expect(itemsOf(text).map(({id}) => id)).toEqual(['a'])
  })

  test.each([
    '@misc{a,title={'.repeat(20_000),
    '@misc{a,title={\n'.repeat(20_000),
    '@misc{a,title="'.repeat(20_000),
    `@misc{a,${'='.repeat(200_000)}`,
    `@misc{${' '.repeat(100_000)}@misc{${' '.repeat(100_000)}`,
    `@misc{a,title={${'\\'.repeat(200_001)}}}`,
    `@misc{a,title={${'<sup>'.repeat(50_000)}}}`,
    Array.from({length: 3000}, (_, index) => `@misc{k${index}, crossref={k${index + 1}}}`).join('\n'),
    Array.from({length: 3000}, (_, index) => `@string{s${index} = s${index - 1} # "x"}`).join('\n'),
  ])('a large text is read: %.20s…', text => {
    expect(readBibtex(text).length).toBeGreaterThan(0)
  })

  test('no text makes it throw, and no line is outside of it', () => {
    const signs = ['=', '{', '}', '"', '#', ',', '\\', '%', '$', '\n', ' and ', '~']
    const pieces = ['@', 'misc', '@misc{a,', '@string{b=', 'title', 'author={', ...signs]
    const text = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({maxLength: 3})))
      .map(all => all.join(''))
    fc.assert(
      fc.property(text, written => {
        const lines = written.split(/\r\n|\r|\n/).length
        for (const {line} of readBibtex(written)) expect(line >= 1 && line <= lines).toBe(true)
      }),
    )
  })
})

const shared = join(import.meta.dirname, '../../../../../shared/reference/citations/bibtex')

/** What the tests of Citation.js expect of a file, by its name. */
function expectations(): readonly (readonly [string, readonly Item[]])[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(shared, name), 'utf8'))
  const {'@biblatex/text': input} = json('expected-input.json') as {
    '@biblatex/text': Record<string, readonly [string | null, readonly Item[]]>
  }
  const cases = Object.entries(input).filter(([, [text]]) => text === null)
  return [
    ...cases.map(
      ([name, [, items]]) => [`${name.slice('with '.length).replaceAll(' ', '-')}.bib`, items] as const,
    ),
    ['mapping-bibtex-input.bib', json('mapping-bibtex-csl.json') as readonly Item[]],
    ['mapping-biblatex-input.bib', json('mapping-biblatex-csl.json') as readonly Item[]],
  ]
}

const plain = 'markup becomes plain text'
const institution = 'a name of several words without a given name is an institution'
const words = 'keys of BibLaTeX are written out'
/** Where we read something else than Citation.js, by file, key and field, and why. */
const differences: ReadonlyMap<string, string> = new Map([
  ['escaped-characters.bib ligature title', 'blanks around a text are dropped'],
  ['rich-text.bib ibscsupsub title', plain],
  ['rich-text.bib sc container-title', plain],
  ['rich-text.bib env title', plain],
  ['rich-text.bib beginend title', plain],
  ['orcid.bib 10.1111_icad.12730 title', plain],
  ['orcid.bib 10.1111_icad.12730 author', 'names have no ORCID iD in CSL'],
  ['literals.bib b author', institution],
  ['howpublished.bib guidelinesdigedition author', institution],
  ['escaped-and.bib a author', institution],
  ['escaped-and.bib b author', institution],
  ['nameparts.bib g author', 'a name without parts is none'],
  ['mapping-biblatex-input.bib radboud:manual author', institution],
  ['mapping-biblatex-input.bib terano:thesis number', 'it is not lost where its type has no place for it'],
  ['mapping-biblatex-input.bib tesla:patent genre', words],
  ['mapping-biblatex-input.bib doerr:report genre', words],
  ['mapping-biblatex-input.bib spruijt_characterizing_2022 genre', words],
  ['mapping-biblatex-input.bib willighagen2008 genre', words],
  ['mapping-biblatex-input.bib hutchinson:article title', plain],
  ['mapping-biblatex-input.bib Willighagen2019CitationjsAF custom', 'nothing prints it'],
])

/** The messages of a file. */
const reported: Readonly<Record<string, readonly string[]>> = {
  'commands.bib': ['4 `title` of `d` holds `\\unknown`, which is not known here: write it as plain text'],
  'string-and-preamble.bib': ['4 `b` uses the string `bar`, which no `@string` before it defines'],
  'uri.bib': ['3 `%25E0%25A4%25A` is no URL: write it like `https://example.org/`'],
}

describe.runIf(existsSync(shared))('files of the tests of Citation.js', () => {
  const files = existsSync(shared) ? expectations() : []

  test('all are looked at', () => {
    const names = readdirSync(shared).filter(name => name.endsWith('.bib'))
    expect(files.map(([name]) => name).sort()).toEqual(names.sort())
  })

  test.each(files)('%s', (name, expected) => {
    const text = readFileSync(join(shared, name), 'utf8')
    const {report, messages} = new Reporter({rules: new Map()}, undefined)
    const placed = readReferences(text, name, [], report, {bib: readBibtex})
    expect(placed.map(({reference}) => reference.id)).toEqual(expected.map(({id}) => id))
    const lines = text.split('\n')
    for (const {reference, place} of placed)
      expect(lines[(place?.start.line ?? 0) - 1]?.replace(/^@\w+\{/, '')).toContain(`${reference.id},`)
    expect(messages.map(({line, reason}) => `${line} ${reason}`)).toEqual(reported[name] ?? [])
    const items = itemsOf(text)
    const found = expected.flatMap((wanted, index) => {
      const item = items[index] ?? {}
      return (
        [...new Set([...Object.keys(wanted), ...Object.keys(item)])]
          // the id once more, and what no citation shows
          .filter(field => !['citation-key', 'keyword'].includes(field))
          .filter(field => !isDeepStrictEqual(wanted[field], item[field]))
          .map(field => `${name} ${wanted.id} ${field}`)
      )
    })
    expect(found.sort()).toEqual([...differences.keys()].filter(key => key.startsWith(`${name} `)).sort())
  })
})
