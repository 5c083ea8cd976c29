import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type Hover,
  HoverRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver/node'
import {Editor, summary} from '../../support/lsp.ts'
import {until} from '../../support/patience.ts'
import {folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

const page = [
  '---', // 0
  'title: Aspirin',
  'references:',
  '  - {id: own2020, type: book, title: Own work, publisher: P, issued: 2020}', // 3
  '---',
  '',
  '## Dose {#dose}', // 6
  '',
  '::::variants{#how}', // 8
  ':::clinician',
  '75 mg daily :cite[swain2015; own2020].', // 10
  ':::',
  ':::patient',
  'One tablet. It can cause :term[htn] :cite[swain2015; own2020].', // 13
  ':::',
  '::::',
  '',
  'See [the dose](#dose), [the other](other.md#there) and :var[brand].', // 17
  '',
  '::include{file="_part.md"}', // 19
  '',
].join('\n')

const files = {
  'parlance.config.json': JSON.stringify({
    bibliography: ['refs.json', 'more.bib'],
    glossary: 'terms.yaml',
    vars: {brand: {default: 'Aspirin', patient: 'the small pill'}},
    rules: {'parity-numbers': 'off'},
  }),
  'refs.json': JSON.stringify(
    [
      {
        id: 'swain2015',
        type: 'article-journal',
        title: 'Pertuzumab in cancer',
        author: [{family: 'Swain', given: 'S'}],
        'container-title': 'NEJM',
        issued: {'date-parts': [[2015]]},
        volume: '372',
        page: '724-734',
      },
      {
        id: 'label',
        type: 'pamphlet',
        title: 'The label',
        publisher: 'Maker',
        issued: {'date-parts': [[2023]]},
      },
    ],
    null,
    2,
  ),
  'more.bib': '@book{brunton,\n  title = {Pharmacology},\n  publisher = {P},\n  year = {2018}\n}\n',
  'terms.yaml': 'htn:\n  term: {clinician: hypertension, patient: high pressure}\n  definition: Too high\n',
  'content/page.md': page,
  'content/other.md': '## There {#there}\n\nSee :cite[swain2015].\n',
  'content/shadow.md':
    '---\nreferences:\n  - {id: own2020, type: book, title: Another, publisher: P, issued: 2020}\n---\n\n:cite[own2020]\n',
  'content/_part.md': 'Part :cite[swain2015].\n',
}

const start = async (more: Readonly<Record<string, string>> = {}) => {
  const folder = folderWith({...files, ...more})
  const editor = await Editor.start(folder)
  return {folder, editor}
}

/** One that is asked by tests which change nothing. */
const folder = folderForAll(files)
let shared: Editor
beforeAll(async () => {
  shared = await Editor.launch(folder)
})
afterAll(() => shared.kill())

/** The shared editor with a text as its only document. */
async function showing(text: string): Promise<Editor> {
  await shared.close('content/page.md')
  await shared.open('content/page.md', text)
  return shared
}

test('it introduces itself, and exits on request', async () => {
  const {editor} = await start()
  expect(editor.initialized.serverInfo?.name).toBe('parlance')
  expect(editor.initialized.capabilities).toMatchObject({
    textDocumentSync: {change: 2},
    hoverProvider: true,
    renameProvider: {prepareProvider: true},
  })
  expect(await editor.stop()).toBe(0)
  expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles'])
})

describe('diagnostics', () => {
  test('while typing, for the version that was typed', async () => {
    const {editor} = await start()
    await editor.open('content/page.md', page)
    expect((await editor.checked('content/page.md', 1)).map(summary)).toEqual(['variant-fallback @8:0-8:end'])
    const version = await editor.replace(
      'content/page.md',
      ':cite[swain2015; own2020]',
      ':cite[swain2051; own2020]',
    )
    const [unknown] = (await editor.checked('content/page.md', version)).filter(
      ({code}) => code === 'citation-unknown',
    )
    expect(unknown).toMatchObject({
      range: {start: {line: 10, character: 18}, end: {line: 10, character: 27}},
      severity: 1,
      source: 'parlance',
    })
    const rulePage = unknown?.codeDescription?.href ?? ''
    expect(readFileSync(fileURLToPath(rulePage), 'utf8')).toMatch(/^# `citation-unknown`\n/)
    expect(unknown?.message).toMatch(/^Unknown reference `swain2051`: did you mean `swain2015`\?/)
    const fixed = await editor.replace('content/page.md', 'swain2051', 'swain2015')
    expect((await editor.checked('content/page.md', fixed)).map(summary)).toEqual([
      'variant-fallback @8:0-8:end',
    ])
  })

  test('quick fixes come from what is allowed, the suggested one first', async () => {
    const {editor} = await start()
    await editor.open('content/page.md', page.replace(':::clinician', ':::clinican'))
    await editor.checked('content/page.md', 1)
    const uri = editor.uri('content/page.md')
    const range = {start: {line: 9, character: 4}, end: {line: 9, character: 4}}
    const actions = (await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range,
      context: {diagnostics: []},
    })) as CodeAction[]
    expect(actions[0]).toMatchObject({
      title: 'Change to `clinician`',
      kind: 'quickfix',
      isPreferred: true,
      edit: {
        documentChanges: [
          {
            textDocument: {uri, version: 1},
            edits: [
              {newText: 'clinician', range: {start: {line: 9, character: 3}, end: {line: 9, character: 11}}},
            ],
          },
        ],
      },
    })
    const version = await editor.replace('content/page.md', 'clinican', 'clinician')
    await editor.checked('content/page.md', version)
    const after = await editor.connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range,
      context: {diagnostics: []},
    })
    expect((after ?? []).filter(action => 'kind' in action && action.isPreferred)).toEqual([])
  })

  test('in the file that they are about: an included part, a bibliography', async () => {
    const {editor} = await start({'content/_part.md': 'Part :cite[nothing].\n'})
    await editor.open('content/page.md', page)
    expect((await editor.diagnostics('content/_part.md')).map(summary)).toEqual([
      'citation-unknown @0:11-0:18',
    ])
    await editor.open('content/_part.md', 'Part :cite[nothing].\n')
    await editor.replace('content/_part.md', 'nothing', 'label')
    expect(await editor.diagnostics('content/_part.md', ({diagnostics}) => diagnostics.length === 0)).toEqual(
      [],
    )
    await editor.close('content/_part.md')
    expect(
      (await editor.diagnostics('content/_part.md', ({diagnostics}) => diagnostics.length > 0)).map(summary),
    ).toEqual(['citation-unknown @0:11-0:18'])
    await editor.close('content/page.md')
    expect(await editor.diagnostics('content/_part.md', ({diagnostics}) => diagnostics.length === 0)).toEqual(
      [],
    )
  })

  test('a change on disk of a part, the glossary, the bibliography or the configuration is taken over', async () => {
    const {editor, folder} = await start()
    const has = (code: string) => (params: {diagnostics: {code?: unknown}[]}) =>
      params.diagnostics.some(diagnostic => diagnostic.code === code)
    await editor.open('content/page.md', page)
    await editor.checked('content/page.md', 1)
    writeIn(folder, 'terms.yaml', 'other: x\n')
    await editor.changedOnDisk('terms.yaml')
    await editor.diagnostics('content/page.md', has('term-unknown'))
    writeIn(folder, 'terms.yaml', files['terms.yaml'])
    writeIn(folder, 'refs.json', '[]')
    await editor.changedOnDisk('terms.yaml', 'refs.json')
    const messages = await editor.diagnostics('content/page.md', has('citation-unknown'))
    expect(messages.some(({code}) => code === 'term-unknown')).toBe(false)
    writeIn(folder, 'refs.json', files['refs.json'])
    writeIn(folder, 'parlance.config.json', files['parlance.config.json'].replace('"brand"', '"mark"'))
    await editor.changedOnDisk('refs.json', 'parlance.config.json')
    await editor.diagnostics('content/page.md', has('variable-unknown'))
  })

  test('an editor that does not tell of files has them watched', async () => {
    const folder = folderWith(files)
    const editor = await Editor.start(folder, {capabilities: {}})
    await editor.open('content/page.md', page)
    await editor.checked('content/page.md', 1)
    // What is written before the watcher has begun is no change to it: an author saves again.
    const seen = () => editor.published.some(({uri}) => uri === editor.uri('content/_part.md'))
    const save = (time: number): void =>
      writeIn(folder, 'content/_part.md', `Part :cite[nothing].\n${'\n'.repeat(time)}`)
    await until(seen, {again: save, every: 300})
    expect((await editor.diagnostics('content/_part.md')).map(summary)).toEqual([
      'citation-unknown @0:11-0:18',
    ])
    expect(editor.registered).toEqual([])
  })
})

describe('bad input', () => {
  test('a configuration that is broken is one clear message, and its pages show nothing old', async () => {
    const {editor, folder} = await start()
    await editor.open('content/page.md', page.replace('htn', 'hnt'))
    expect((await editor.checked('content/page.md', 1)).map(({code}) => code)).toContain('term-unknown')
    writeIn(folder, 'parlance.config.json', '{\n  "glossry": "terms.yaml"\n}\n')
    await editor.changedOnDisk('parlance.config.json')
    const [problem, ...more] = await editor.diagnostics('parlance.config.json')
    expect(more).toEqual([])
    expect(problem?.message).toContain('The configuration `parlance.config.json` cannot be used:')
    expect(problem?.range.start).toEqual({line: 1, character: 0})
    expect(await editor.diagnostics('content/page.md', ({diagnostics}) => diagnostics.length === 0)).toEqual(
      [],
    )
    await editor.replace('content/page.md', 'Aspirin', 'Aspirin 2')
    await editor.open('content/other.md', files['content/other.md'])
    writeIn(folder, 'parlance.config.json', files['parlance.config.json'])
    await editor.changedOnDisk('parlance.config.json')
    expect(
      (await editor.diagnostics('content/page.md', ({diagnostics}) => diagnostics.length > 0)).map(
        ({code}) => code,
      ),
    ).toContain('term-unknown')
    expect(
      await editor.diagnostics('parlance.config.json', ({diagnostics}) => diagnostics.length === 0),
    ).toEqual([])
    expect(editor.messagesShown).toHaveLength(1)
  })

  test('a configuration that is not there is one clear message', async () => {
    const folder = folderWith({'a.md': 'Text.\n'})
    const editor = await Editor.start(folder, {args: ['--config', 'nowhere.json']})
    await editor.open('a.md', 'Text.\n')
    const [problem] = await editor.diagnostics('nowhere.json')
    expect(problem?.message).toBe(
      `The configuration \`${folder}/nowhere.json\` cannot be used:\n  there is no such file`,
    )
    await editor.open('b.md', 'Text.\n')
    await editor.replace('b.md', 'Text', 'Other')
    expect(await editor.stop()).toBe(0)
    expect(editor.messagesShown).toHaveLength(1)
  })

  test('without a configuration the defaults hold; without a folder the file’s own counts', async () => {
    const folder = folderWith({'a.md': ''})
    const editor = await Editor.start(folder, {workspace: false})
    await editor.open('a.md', ':::pateint\nText.\n:::\n')
    expect((await editor.checked('a.md', 1)).map(summary)).toEqual(['directive-unknown @0:0-0:end'])
    expect(editor.messagesShown).toEqual([])
  })

  test('every beginning of a page is answered, and none is left with messages of another', async () => {
    const {editor} = await start()
    const text = page.slice(0, 700)
    await editor.open('content/page.md', '')
    await editor.checked('content/page.md', 1)
    let version = 1
    for (const [index, character] of [...text].entries()) {
      const lines = text.slice(0, index).split('\n')
      const end = {line: lines.length - 1, character: lines.at(-1)?.length ?? 0}
      await editor.change('content/page.md', ++version, [{range: {start: end, end}, text: character}])
      if (index % 7 !== 0) continue
      const position = {textDocument: {uri: editor.uri('content/page.md')}, position: end}
      await editor.connection.sendRequest(CompletionRequest.type, position)
      await editor.connection.sendRequest(HoverRequest.type, position)
      await editor.connection.sendRequest(DocumentSymbolRequest.type, position)
      await editor.connection.sendRequest(DefinitionRequest.type, position)
      await editor.connection.sendRequest(PrepareRenameRequest.type, position).catch(() => null)
    }
    await editor.checked('content/page.md', version)
    const fresh = await start()
    await fresh.editor.open('content/page.md', text)
    const expected = await fresh.editor.checked('content/page.md', 1)
    expect((await editor.checked('content/page.md', version)).map(summary)).toEqual(expected.map(summary))
    for (const {version: at = 0} of editor.published) expect(at).toBeLessThanOrEqual(version)
  })

  test('fifty edits a second for four seconds: it answers in between, and the last message is about the last text', async () => {
    const {editor} = await start()
    await editor.open('content/page.md', page)
    await editor.checked('content/page.md', 1)
    let answered = 0
    for (let edit = 0; edit < 100; edit++) {
      await editor.replace('content/page.md', 'swain2015', 'swain201')
      await new Promise(resolve => setTimeout(resolve, 20))
      await editor.replace('content/page.md', 'swain201;', 'swain2015;')
      await new Promise(resolve => setTimeout(resolve, 20))
      if (edit % 10 === 0)
        void editor.connection
          .sendRequest(HoverRequest.type, editor.at('content/page.md', ':va|r[brand]'))
          .then(() => answered++)
    }
    const last = await editor.replace('content/page.md', ':term[htn]', ':term[hnt]')
    const messages = await editor.checked('content/page.md', last)
    expect(messages.map(({code}) => code)).toEqual(expect.arrayContaining(['term-unknown']))
    expect(messages.map(({code}) => code)).not.toContain('citation-unknown')
    expect(answered).toBe(10)
    // While somebody types, messages follow; but not one round for each key.
    const rounds = editor.published.filter(({uri}) => uri === editor.uri('content/page.md')).length
    expect(rounds).toBeGreaterThan(2)
    expect(rounds).toBeLessThan(201)
    const versions = editor.published
      .filter(({uri}) => uri === editor.uri('content/page.md'))
      .map(({version}) => version ?? 0)
    expect(versions).toEqual([...versions].sort((left, right) => left - right))
  })
})

describe('completion', () => {
  const complete = async (text: string, marked: string): Promise<readonly CompletionItem[]> => {
    const editor = await showing(text)
    const list = (await editor.connection.sendRequest(
      CompletionRequest.type,
      editor.at('content/page.md', marked),
    )) as CompletionList
    return list.items
  }
  const labels = async (text: string, marked: string): Promise<readonly string[]> =>
    (await complete(text, marked)).map(({label}) => label)

  test('of names of directives, in the form that the colons say', async () => {
    expect(await labels('Some :s', ':s|')).toEqual([
      ':only',
      ':say',
      ':cite',
      ':term',
      ':var',
      ':xref',
      ':clinician',
      ':patient',
      ':student',
    ])
    const inBlocks = await complete('Text.\n\n:::o', ':::o|')
    expect(inBlocks.map(({label}) => label)).toEqual([
      ':::only',
      ':::variants',
      ':::when',
      ':::otherwise',
      ':::safety',
      ':::note',
      ':::tip',
      ':::important',
      ':::warning',
      ':::caution',
      ':::clinician',
      ':::patient',
      ':::student',
    ])
    expect(inBlocks[0]).toMatchObject({
      detail: 'Shows what it holds to some readers only.',
      textEdit: {
        newText: ':::only{for=$1}\n$0\n:::',
        range: {start: {line: 2, character: 0}, end: {line: 2, character: 4}},
      },
      insertTextFormat: 2,
    })
    expect((await complete('::inc', '::inc|')).find(({label}) => label === '::include')).toMatchObject({
      label: '::include',
      textEdit: {newText: '::include{file="$1"}$0'},
    })
    expect(await labels('At 12:30', '12:|30')).toEqual([])
  })

  test('of attributes and their values', async () => {
    expect(await labels(':::only{', '{|')).toEqual(['for', 'not', 'id'])
    expect(await labels(':::only{for=patient ', 'patient |')).toEqual(['not', 'id'])
    expect(await labels(':say[x]{', '{|')).toEqual(['clinician', 'patient', 'student', 'id'])
    expect(await labels(':only[x]{for="patient cl', 'cl|')).toEqual(['clinician', 'student'])
    expect(await labels(':xref[x]{missing=', 'missing=|')).toEqual(['error', 'text', 'drop'])
    expect(await labels('---\naudiences: [pa\n', '[pa|')).toEqual(['clinician', 'patient', 'student'])
  })

  test('of citation keys, with title and year, found by either', async () => {
    const items = await complete(`${page}\nAs :cite[label; \n`, 'label; |')
    expect(items.map(({label, detail}) => [label, detail])).toEqual([
      ['own2020', 'Own work (2020)'],
      ['swain2015', 'Pertuzumab in cancer (2015)'],
      ['label', 'The label (2023)'],
      ['brunton', 'Pharmacology (2018)'],
    ])
    expect(await labels('As :cite[pertuz', 'pertuz|')).toEqual(['swain2015'])
  })

  test('an item that is looked at shows the entry', async () => {
    const editor = await showing('As :cite[swa')
    const list = (await editor.connection.sendRequest(
      CompletionRequest.type,
      editor.at('content/page.md', 'swa|'),
    )) as CompletionList
    const [item] = list.items
    const resolved = item && (await editor.connection.sendRequest(CompletionResolveRequest.type, item))
    expect(resolved?.documentation).toMatchObject({
      value: 'Swain S. Pertuzumab in cancer. NEJM. 2015;372:724–734.',
    })
  })

  test('of terms, variables, anchors and files', async () => {
    expect((await complete('A :term[', ':term[|')).map(({label, detail}) => [label, detail])).toEqual([
      ['htn', 'hypertension · high pressure'],
    ])
    expect(await labels('A :var[', ':var[|')).toEqual(['brand'])
    expect(await labels(`${page}\n[x](#`, '[x](#|')).toEqual(['dose', 'how'])
    expect(await labels(`${page}\n:xref[x]{to=d`, 'to=d|')).toEqual(['dose', 'how'])
    expect(await labels('[x](other.md#', 'other.md#|')).toEqual(['there'])
    expect(await labels('::include{file="', 'file="|')).toEqual([
      '_part.md',
      'other.md',
      'page.md',
      'shadow.md',
    ])
    expect(await labels('::include{file="../', '../|')).toEqual(['content'])
  })
})

describe('hover', () => {
  const hover = async (marked: string): Promise<string | undefined> => {
    const editor = await showing(page)
    const answer = (await editor.connection.sendRequest(
      HoverRequest.type,
      editor.at('content/page.md', marked),
    )) as Hover | null
    return answer === null ? undefined : (answer.contents as {value: string}).value
  }

  test.each([
    [':cite[swa|in2015', 'Swain S. Pertuzumab in cancer. NEJM. 2015;372:724–734.'],
    [
      'term[ht|n',
      '**htn**\n\n- clinician: hypertension: Too high\n- patient: high pressure: Too high\n- student (from clinician): hypertension: Too high',
    ],
    ['var[br|and', '**brand**\n\n- clinician: Aspirin\n- patient: the small pill\n- student: Aspirin'],
    ['(#do|se', '`#dose` – for clinician, patient, student'],
    ['file="_pa|rt', '`content/_part.md`'],
    [
      ':::cli|nician',
      '**clinician** – Shows what it holds to `clinician` only.\n\n- `id` – An anchor that links can lead to; `{#dose}` is the short form\n- `omit` – Why the readers of this branch get nothing, on purpose',
    ],
    ['75 |mg', undefined],
  ])('%s', async (marked, expected) => {
    expect(await hover(marked)).toBe(expected)
  })
})

test.each([
  [':cite[swa|in2015', 'refs.json', 2, 11],
  ['own2|020].', 'content/page.md', 3, 9],
  ['term[ht|n', 'terms.yaml', 0, 0],
  ['(#do|se', 'content/page.md', 6, 0],
  ['other.md#the|re', 'content/other.md', 0, 0],
  ['other|.md#there', 'content/other.md', 0, 0],
  ['_pa|rt.md', 'content/_part.md', 0, 0],
])('go to definition: %s', async (marked, file, line, character) => {
  const editor = await showing(page)
  const found = (await editor.connection.sendRequest(
    DefinitionRequest.type,
    editor.at('content/page.md', marked),
  )) as Location | null
  expect(found).toMatchObject({uri: editor.uri(file), range: {start: {line, character}}})
})

test('symbols of a document tell the audiences of each part', async () => {
  const editor = await showing(page)
  const symbols = (await editor.connection.sendRequest(DocumentSymbolRequest.type, {
    textDocument: {uri: editor.uri('content/page.md')},
  })) as DocumentSymbol[]
  const lines = (list: readonly DocumentSymbol[], indent = ''): readonly string[] =>
    list.flatMap(({name, detail, children = []}) => [
      `${indent}${name} (${detail})`,
      ...lines(children, `${indent}  `),
    ])
  expect(lines(symbols)).toEqual([
    'Dose (everyone)',
    '  how (everyone)',
    '    clinician (clinician, student)',
    '    patient (patient)',
  ])
})

describe('rename of a key', () => {
  const rename = async (marked: string, newName: string): Promise<readonly string[]> => {
    const editor = await showing(page)
    const at = editor.at('content/page.md', marked)
    const edit = await editor.connection.sendRequest(RenameRequest.type, {...at, newName})
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[]
    return changes
      .flatMap(({textDocument: {uri, version}, edits}) =>
        edits.map(({range: {start}, ...edit}) =>
          [
            uri.replace(`${editor.uri('')}/`, ''),
            version,
            `${start.line}:${start.character}`,
            'newText' in edit ? edit.newText : '',
          ].join(' '),
        ),
      )
      .sort()
  }

  test('goes through the project, the bibliography and what is included', async () => {
    expect(await rename(':cite[swa|in2015', 'swain')).toEqual([
      'content/_part.md  0:11 swain',
      'content/other.md  2:10 swain',
      'content/page.md 1 10:18 swain',
      'content/page.md 1 13:42 swain',
      'refs.json  2:11 swain',
    ])
  })

  test('from where it is defined; another page’s own reference of that name is another one', async () => {
    expect(await rename('{id: own|2020', 'mine')).toEqual([
      'content/page.md 1 10:29 mine',
      'content/page.md 1 13:53 mine',
      'content/page.md 1 3:9 mine',
    ])
  })

  test('of a term, and all that refer to it', async () => {
    expect(await rename('term[ht|n', 'bp')).toEqual(['content/page.md 1 13:31 bp', 'terms.yaml  0:0 bp'])
  })

  test.each([
    ['label', 'There is a reference `label` already'],
    ['two words', '`two words` cannot be a name: letters, digits and `_.:/+-` are possible'],
  ])('refuses %j', async (newName, message) => {
    await expect(rename(':cite[swa|in2015', newName)).rejects.toThrow(message)
  })

  test('references are all places that name it', async () => {
    const editor = await showing(page)
    const found = await editor.connection.sendRequest(ReferencesRequest.type, {
      ...editor.at('content/page.md', 'swa|in2015'),
      context: {includeDeclaration: true},
    })
    expect(found).toHaveLength(5)
  })

  test('what a file does not write as such is not renamed', async () => {
    const {editor} = await start({'refs.nbib': 'PMID- 123\nTI  - T\nFAU - A, B\nDP  - 2020\n'})
    await editor.open('content/page.md', '---\nbibliography: ../refs.nbib\n---\n\n:cite[pmid123]\n')
    await expect(
      editor.connection.sendRequest(PrepareRenameRequest.type, editor.at('content/page.md', 'pmi|d123')),
    ).rejects.toThrow(
      'The reference `pmid123` cannot be renamed: `refs.nbib` does not write that name as such',
    )
  })
})
