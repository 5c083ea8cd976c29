import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {compile, render} from '../../src/index.ts'
import {listPage, serializeIndex, serializeQuestion} from '../../src/internal.ts'
import {createReader} from '../../src/project/load/reader.ts'
import {byEffort} from '../support/effort.ts'
import {dangersIn, duplicateIds} from '../support/html.ts'
import {folderWith} from '../support/temporary.ts'

/** A few of each kind; the long lists are read where they are present. */
const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title></style></textarea><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '&#106;avascript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  '[x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<math><mtext></p><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="jav&#x0A;ascript:alert(1)">x</a>',
  '<form id=location><input name=href>',
  '<img name=body id=cookie>',
  '<!--><script>alert(1)</script>-->',
  '<style>@import "javascript:alert(1)"</style>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '\u2028alert(1)//',
  '__proto__',
  'constructor',
]

/** One page with a payload in every place that an author, a reference or a glossary fills. */
function pageWith(payload: string): {
  source: string
  references: object[]
  glossary: Record<string, unknown>
} {
  const quoted = JSON.stringify(payload)
  const line = payload.replace(/[\r\n]+/g, ' ')
  const plain = line.replace(/[\\[\]{}"`|<>:*_&!]/g, '\\$&')
  const attribute = line.replace(/["&]/g, character => `&#${character.charCodeAt(0)};`)
  return {
    source: [
      '---',
      `title: ${quoted}`,
      `description: ${quoted}`,
      `followUp: {default: ${quoted}, href: ${quoted}}`,
      `review: {status: approved, reviewers: [${quoted}]}`,
      `vars: {v: ${quoted}}`,
      `extra: {x: ${quoted}, ${quoted}: 1}`,
      '---',
      '',
      line,
      '',
      plain,
      '',
      `# ${plain}`,
      '',
      `:::note[${plain}]`,
      plain,
      ':::',
      '',
      `:say[${plain}]{patient="${attribute}"} :var[v] :term[t] :cite[r]`,
      '',
      `[a](<${line.replace(/[<>\\]/g, '')}> "${attribute}") ![${plain}](<${line.replace(/[<>\\]/g, '')}>)`,
      '',
      `<${line.replace(/[<>\s]/g, '')}>`,
      '',
      `| ${plain} |`,
      '| --- |',
      `| ${plain} |`,
      '',
      `[^n]: ${plain}`,
      '',
      'Note.[^n]',
      '',
      `\`\`\`${line.replace(/[`\s]/g, '')}`,
      line,
      '```',
      '',
    ].join('\n'),
    references: [
      {
        id: 'r',
        type: 'article-journal',
        title: payload,
        author: [{family: payload, given: payload}, {literal: payload}],
        'container-title': payload,
        publisher: payload,
        volume: payload,
        page: payload,
        note: payload,
      },
      {id: 'u', type: 'webpage', title: 'x', URL: payload, DOI: payload, PMID: payload},
    ],
    glossary: {t: {term: payload, definition: payload}},
  }
}

function expectSafe(payload: string): void {
  const {source, references, glossary} = pageWith(payload)
  for (const rawHtml of [false, true]) {
    const config = {
      rawHtml,
      site: {title: payload, banner: payload, url: 'https://example.org/'},
      disclaimers: payload,
    }
    const document = compile(source, {config, references, glossary, slug: 'a-page'})
    for (const page of [false, true]) {
      const {value} = render(document, {audience: 'patient', page, draft: true})
      expect(dangersIn(value), `${payload}\n${value}`).toEqual([])
      expect(duplicateIds(value), payload).toEqual([])
    }
    for (const value of [
      serializeQuestion(document),
      serializeIndex([listPage(document)], document.settings),
    ])
      expect(dangersIn(value), payload).toEqual([])
    const text = render(document, {audience: 'patient', format: 'text', page: true, draft: true}).value
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  }
}

test.each(payloads)('%j does no harm anywhere', payload => expectSafe(payload))

test('names of objects are plain keys', () => {
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
    const source = `---\nvars: {${key}: V}\nglossary: {${key}: G}\nreferences: [{id: ${key}, type: book, title: R}]\nextra: {${key}: X}\n---\n\n:var[${key}] :term[${key}] :cite[${key}]\n`
    const document = compile(source)
    expect(document.messages.map(String)).toEqual([])
    const {value} = render(document, {audience: 'patient', format: 'text'})
    expect(value).toContain(`V ${key} [1]`)
    expect(Object.prototype).not.toHaveProperty('V')
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

const hostile = join(import.meta.dirname, '../../../shared/reference/hostile')
const list = (name: string): readonly string[] =>
  JSON.parse(readFileSync(join(hostile, `${name}.json`), 'utf8')) as string[]

test('whether the long lists were present', () => {
  if (!existsSync(hostile))
    process.stderr.write('The long lists of hostile inputs are not present: not looked at.\n')
  expect(payloads.length).toBeGreaterThan(20)
})

describe.runIf(existsSync(hostile))('long lists', () => {
  test('cross-site scripting', () => {
    const every = byEffort(80, 8, 1)
    for (const [index, payload] of list('xss-payloadsallthethings').entries())
      if (index % every === 0) expectSafe(payload)
  })

  test('Markdown', () => {
    const cases = JSON.parse(readFileSync(join(hostile, 'markdown-it-xss-fixtures.json'), 'utf8')) as {
      markdown: string
    }[]
    for (const {markdown} of cases) {
      for (const rawHtml of [false, true]) {
        const {value} = render(compile(markdown, {config: {rawHtml}}), {
          audience: 'patient',
          page: true,
          draft: true,
        })
        expect(dangersIn(value), markdown).toEqual([])
      }
    }
  })

  test('paths', () => {
    const folder = folderWith({'secret.md': 'SECRET', 'project/a.md': 'x'})
    const read = createReader(join(folder, 'project'))
    for (const path of list('path-traversal')) {
      const quoted = JSON.stringify(path)
      const source = `---\nbibliography: ${quoted}\nglossary: ${quoted}\nslug: ${quoted}\n---\n\n::include{file=${quoted.replaceAll('\\\\', '\\').replace(/"/g, "'")}}\n`
      const document = compile(source, {path: 'a.md', read})
      expect(document.slug ?? '', path).not.toMatch(/\.\.|^\/|\\|%/)
      expect(
        document.dependencies.filter(file => file !== 'a.md'),
        path,
      ).toEqual([])
      expect(read(path)?.toString() ?? '').not.toContain('root:')
    }
  })

  test('front matter', () => {
    const {cases} = JSON.parse(readFileSync(join(hostile, 'frontmatter-hostile.json'), 'utf8')) as {
      cases: {name?: string; text?: string; source?: string; yaml?: string; markdown?: string}[]
    }
    expect(cases.length).toBeGreaterThan(5)
    for (const given of cases) {
      const source = given.markdown ?? given.source ?? given.text ?? `---\n${given.yaml ?? ''}\n---\n`
      const document = compile(source)
      for (const audience of document.audiences) render(document, {audience, page: true, draft: true})
      expect(({} as Record<string, unknown>).polluted, given.name).toBeUndefined()
    }
  })
})
