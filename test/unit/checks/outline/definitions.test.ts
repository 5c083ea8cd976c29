import {describe, expect, test} from 'vitest'
import {readBibtex} from '../../../../src/adapters/bibtex/index.ts'
import {type DefinedKind, findDefinition} from '../../../../src/internal.ts'

const files: Readonly<Record<string, string>> = {
  'content/own.yaml': '- id: two\n  type: book\n- {type: book, id: "three"}\n',
  'refs.json': '[\n  {"id": "idea", "type": "book"},\n  {"type": "book", "id": "four"}\n]\n',
  'refs.bib': '@article{article,\n  title = {article}\n}\n\n@book{five,\n  title = {Five}\n}\n',
  'refs.ris': 'TY  - JOUR\nTI  - Six\nID  - six\nER  - \n',
  'refs.nbib': 'PMID- 123\nTI  - Seven\n',
  'terms.yaml': 'htn:\n  term: hypertension\n"low counts": Too few\n',
  'content/terms.yaml': 'htn: High\n',
}

const page = [
  '---',
  'bibliography: own.yaml',
  'glossary: terms.yaml',
  'vars:',
  '  brand: Xyz',
  'references:',
  '  - {type: book, id: one}',
  '---',
  'Text.',
].join('\n')

const options = {
  path: 'content/page.md',
  config: {
    bibliography: ['refs.json', 'refs.bib', 'refs.ris', 'refs.nbib'],
    glossary: 'terms.yaml',
    vars: {plain: 'x'},
  },
  readers: {bib: readBibtex},
  read: (path: string) => (Object.hasOwn(files, path) ? files[path] : undefined),
}

describe('where a name is defined', () => {
  test.each<[DefinedKind, string, string | undefined]>([
    ['reference', 'one', 'page 7:22-7:25'],
    ['reference', 'two', 'content/own.yaml 1:7-1:10'],
    ['reference', 'three', 'content/own.yaml 3:21-3:26'],
    ['reference', 'idea', 'refs.json 2:11-2:15'],
    ['reference', 'four', 'refs.json 3:27-3:31'],
    ['reference', 'article', 'refs.bib 1:10-1:17'],
    ['reference', 'five', 'refs.bib 5:7-5:11'],
    ['reference', 'six', 'refs.ris 3:7-3:10'],
    ['reference', 'pmid123', 'refs.nbib 1:1 not as such'],
    ['reference', 'none', undefined],
    ['term', 'htn', 'content/terms.yaml 1:1-1:4'],
    ['term', 'low counts', 'terms.yaml 3:2-3:12'],
    ['term', 'HTN', 'content/terms.yaml 1:1-1:4'],
    ['variable', 'brand', 'page 5:3-5:8'],
    ['variable', 'plain', undefined],
  ])('%s `%s`', (kind, name, expected) => {
    const found = findDefinition(page, options, kind, name)
    if (found === undefined) return expect(expected).toBeUndefined()
    const {start, end} = found.place
    const where = `${found.file ?? 'page'} ${start.line}:${start.column}`
    expect(found.name === undefined ? `${where} not as such` : `${where}-${end.line}:${end.column}`).toBe(
      expected,
    )
  })
})
