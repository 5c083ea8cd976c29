import {cpSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {fixtures} from '../../support/fixtures.ts'
import {install, runInstalled, startInstalled} from '../../support/installed.ts'
import {runScript} from '../../support/run-script.ts'
import {contentOf, folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

/** Sentences of the example that one reader gets, and what names what is only theirs. */
const sentences = {
  clinician: [
    'Give adrenaline 1:1000 into the outer thigh',
    'faster peak than the arm',
    'brief excursions',
    'systemic hypersensitivity',
    'Adrenaline in anaphylaxis',
    'simons1998',
    'Epinephrine absorption',
  ],
  patient: ['Press the pen', 'severe allergic reaction', 'comes on fast', 'Your adrenaline pen'],
}

/** Which of the sentences stand in a text, as they are, as JSON or an address would write them. */
function found(text: string, reader: keyof typeof sentences): readonly string[] {
  const forms = (sentence: string) => [sentence, encodeURIComponent(sentence), encodeURI(sentence)]
  return sentences[reader].filter(sentence => forms(sentence).some(form => text.includes(form)))
}

function exampleIn(folder: string): string {
  cpSync(fixtures('examples', 'vite'), folder, {recursive: true})
  rmSync(join(folder, 'src/parlance-env.d.ts'))
  install(folder)
  return folder
}

describe('the example', () => {
  const project = exampleIn(folderForAll({}))
  let files: Readonly<Record<string, string>>
  beforeAll(() => {
    const built = runInstalled(project, 'vite', ['build', '--sourcemap', '--manifest'])
    expect(built).toMatchObject({status: 0, stderr: ''})
    files = contentOf(join(project, 'dist'))
  })

  test.each([
    ['patient', 'clinician'],
    ['clinician', 'patient'],
  ] as const)('has a chunk for the %s with nothing for the %s', (reader, other) => {
    const manifest = JSON.parse(files['.vite/manifest.json'] ?? '')
    const {file, isDynamicEntry} = manifest[`content/adrenaline.md?audience=${reader}`]
    expect(isDynamicEntry).toBe(true)
    expect(found(files[file] ?? '', reader)).toEqual(sentences[reader])
    expect(found(files[file] ?? '', other)).toEqual([])
    expect(found(files[`${file}.map`] ?? '', other)).toEqual([])
  })

  test('no other file holds a sentence of either', () => {
    const others = Object.entries(files).filter(([file]) => !file.includes('adrenaline-'))
    expect(others.length).toBeGreaterThan(2)
    for (const [file, text] of others)
      expect([file, found(text, 'patient'), found(text, 'clinician')]).toEqual([file, [], []])
  })

  test('its types are written, and are those that stand beside it', () => {
    const written = readFileSync(join(project, 'src/parlance-env.d.ts'), 'utf8')
    expect(written).toBe(readFileSync(fixtures('examples', 'vite', 'src/parlance-env.d.ts'), 'utf8'))
    expect(runInstalled(project, 'tsc', [])).toEqual({status: 0, stdout: '', stderr: ''})
  })

  test('a reader or a format that there is not is a type error', () => {
    const imports = [
      'audience=pateint',
      'audience=patient&format=htm',
      'audience=patient&region=eu',
      'audiance=patient',
      'raw=1',
    ]
    const lines = imports.map(query =>
      `import '../content/adrenaline.md?${query}'`.replace(
        "import '",
        `import * as wrong${imports.indexOf(query)} from '`,
      ),
    )
    const right = `import page, {citations, fallbacks, meta, value} from '../content/adrenaline.md?audience=student&format=text&page'
export const title: string | undefined = meta.title ?? page.meta.description
export const number: number | undefined = citations[0]?.number ?? fallbacks.length
// @ts-expect-error: a text
export const wrong: number = value
`
    writeIn(project, 'src/wrong.ts', `${right}${lines.join('\n')}\n`)
    const {stdout} = runInstalled(project, 'tsc', [])
    rmSync(join(project, 'src/wrong.ts'))
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.replace(/: error (TS\d+): Cannot find module/, ' $1').split(' or its')[0]),
    ).toEqual(
      imports.map(
        (query, index) => `src/wrong.ts(${index + 6},25) TS2307 '../content/adrenaline.md?${query}'`,
      ),
    )
  })
})

test('a build for patients alone has nothing for clinicians in any file', () => {
  const project = exampleIn(folderWith({}))
  writeIn(
    project,
    'src/main.ts',
    "import page, {meta} from '../content/adrenaline.md?audience=patient'\nimport text from '../content/adrenaline.md?audience=patient&format=json&page'\ndocument.body.append(meta.title ?? '', page.value, text.value)\n",
  )
  expect(runInstalled(project, 'vite', ['build', '--sourcemap', '--manifest']).status).toBe(0)
  const all = Object.entries(contentOf(join(project, 'dist')))
  expect(all.flatMap(([, text]) => found(text, 'patient'))).toEqual(expect.arrayContaining(sentences.patient))
  expect(all.flatMap(([file, text]) => found(text, 'clinician').map(sentence => [file, sentence]))).toEqual(
    [],
  )
})

describe('what cannot be built', () => {
  const secret = 'Loading dose 840 mg.'
  const files = {
    'package.json': '{"type": "module", "private": true}',
    'parlance.config.json': JSON.stringify({dimensions: {region: {values: ['eu', 'us']}}}),
    'content/page.md': `---\naudiences: [clinician, patient]\n---\n\n:::clinician\n${secret}\n:::\n\nText for all:only[, in the EU]{region=eu}.\n`,
    'content/broken.md': `Text.\n\n:::clinican\n${secret}\n:::\n\nMore :cite[nobody].\n`,
    'content/doubtful.md': '# One\n\n### Three\n',
    'content/_shared/part.md': `:::clinician\n${secret}\n:::\n`,
    'notes/other.md': 'Not a page.\n',
    'config-broken/parlance.config.json': '{"audience": []}',
    'config-broken/content/page.md': 'Text.\n',
  }
  const project = folderForAll(files)
  install(project)
  /** What a build of one import ends with. */
  interface Outcome {
    readonly error?: {
      readonly message: string
      readonly id?: string
      readonly loc?: unknown
      readonly frame?: string
    }
    readonly warnings: readonly string[]
    readonly code?: string
  }
  const imports = [
    './content/page.md?audience=pateint',
    './content/page.md?audience=student',
    './content/page.md?audience=',
    './content/page.md?audience=patient&regoin=eu',
    './content/page.md?audience=patient&region=uk',
    './content/page.md?audience=patient&format=htm',
    './content/page.md?audience=patient&audience=clinician',
    './content/page.md?audience=patient&page=no',
    './content/page.md?audience=patient&width=wide',
    './content/page.md?audience=patient&citationStyle=nlmm',
    './content/page.md?audience=patient&draft=true',
    './content/page.md?audience=patient&raw',
    './content/page.md',
    './content/page.md?raw',
    './content/page.md?url',
    './content/page.md?inline',
    './content/_shared/part.md?raw',
    './content/broken.md?audience=patient',
    './config-broken/content/page.md?audience=patient',
    './content/doubtful.md?audience=patient',
    './notes/other.md?raw',
    './content/page.md?audience=patient&region=eu&format=text&page=false&width=0',
  ] as const
  const outcomes = new Map<string, Outcome>()
  beforeAll(() => {
    const script = `import {build} from 'vite'
import parlance from 'parlance-md/vite'

const outcomes = {}
for (const address of ${JSON.stringify(imports)}) {
  const warnings = []
  const entry = 'virtual:entry'
  const project = address.startsWith('./config-broken') ? 'config-broken' : undefined
  try {
    const {output} = await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'silent',
      plugins: [
        parlance({project}),
        {name: 'entry', resolveId: id => (id === entry ? import.meta.dirname + '/entry.js' : null), load: id => (id.endsWith('/entry.js') ? 'export * from ' + JSON.stringify(address) + '; export {default} from ' + JSON.stringify(address) : null)},
      ],
      build: {write: false, rollupOptions: {input: entry, preserveEntrySignatures: 'strict', onwarn: ({message}) => warnings.push(message)}},
    })
    outcomes[address] = {warnings, code: output.map(file => file.code ?? String(file.source)).join('')}
  } catch (error) {
    const {message, id, loc, frame} = error.errors?.[0] ?? error
    outcomes[address] = {warnings, error: {message, id, loc, frame}}
  }
}
console.log(JSON.stringify(outcomes))
`
    for (const [address, outcome] of Object.entries(JSON.parse(runScript(project, script))))
      outcomes.set(address, outcome as Outcome)
  })

  test.each([
    [imports[0], 'Unknown audience `pateint`: did you mean `patient`? Allowed: `clinician`, `patient`.'],
    [imports[1], 'This page does not serve the audience `student`. Allowed: `clinician`, `patient`.'],
    [imports[2], 'Unknown audience ``. Allowed: `clinician`, `patient`.'],
    [
      imports[3],
      'Unknown key `regoin`: did you mean `region`? Allowed: `audience`, `region`, `format`, `page`, `citationStyle`, `width`.',
    ],
    [imports[4], 'Unknown region `uk`: did you mean `us`? Allowed: `eu`, `us`.'],
    [imports[5], 'Unknown format `htm`: did you mean `html`? Allowed: `html`, `text`, `markdown`, `json`.'],
    [imports[6], '`audience` is given twice'],
    [imports[7], 'Unknown page `no`. Allowed: `true`, `false`.'],
    [imports[8], '`width` is a whole number of columns from 0, not `wide`'],
    [imports[9], 'Unknown citation style `nlmm`: did you mean `nlm`?'],
    [imports[10], 'Unknown key `draft`. Allowed: `audience`,'],
    [imports[11], 'Unknown key `raw`. Allowed: `audience`,'],
  ])('%s', (address, message) => {
    const {error} = outcomes.get(address) ?? {}
    const [path, query] = address.slice(2).split('?')
    expect(error?.message).toContain(`\`${path}?${query}\`, imported by entry.js: ${message}`)
    expect(JSON.stringify(error)).not.toContain(secret)
  })

  test.each(imports.slice(12, 17))('%s would hold the text for all readers', address => {
    expect(outcomes.get(address)?.error?.message).toContain(
      'holds the text for all its readers. Say whom it is for: `?audience=clinician`, `?audience=patient`, `?audience=student`.',
    )
  })

  test('a page with errors names them all, with their rules and places', () => {
    const {error} = outcomes.get('./content/broken.md?audience=patient') ?? {}
    expect(error?.message).toContain('content/broken.md has 2 errors, so no variant of it is published')
    expect(error?.message).toMatch(
      /content\/broken\.md:3:1 error .*`clinican`: did you mean `clinician`\?.* \(directive-unknown\)/,
    )
    expect(error?.message).toMatch(/content\/broken\.md:7:12 error .*`nobody`.* \(citation-unknown\)/)
    expect(error).toMatchObject({
      id: join(project, 'content/broken.md'),
      loc: {file: join(project, 'content/broken.md'), line: 3, column: 0},
    })
    expect(error?.frame).toContain('› 3 │ :::clinican\n')
  })

  test('a configuration that cannot be used', () => {
    const {error} = outcomes.get('./config-broken/content/page.md?audience=patient') ?? {}
    expect(error?.message).toContain('did you mean `audiences`?')
  })

  test('warnings are reported, with their places', () => {
    const {warnings, code} = outcomes.get('./content/doubtful.md?audience=patient') ?? {}
    expect(warnings).toEqual([
      expect.stringMatching(/^content\/doubtful\.md:3:1 .*\(heading-level-skipped\)$/),
    ])
    expect(code).toContain('Three')
  })

  test('what is no page of the project is left to others', () => {
    expect(outcomes.get('./notes/other.md?raw')?.code).toContain('Not a page.')
  })

  test('a variant with all that can be asked for', () => {
    const {code, warnings} = outcomes.get(imports.at(-1) ?? '') ?? {}
    expect(warnings).toEqual([])
    expect(code).toContain('Text for all, in the EU.')
    expect(code).not.toContain(secret)
  })
})

test('`vite build --watch` builds again when something changes that a page is made of', async () => {
  const project = exampleIn(folderWith({}))
  const running = startInstalled(project, 'vite', ['build', '--watch'])
  onTestFinished(running.stop)
  const built = async (times: number) => {
    await running.until('built in', times)
    return Object.values(contentOf(join(project, 'dist'))).join('\n')
  }
  await built(1)
  const edit = (path: string, from: string, to: string) =>
    writeIn(project, path, readFileSync(join(project, path), 'utf8').replace(from, to))
  edit('content/_shared/storage.md', '25 °C', '24 °C')
  expect(await built(2)).toContain('Keep it below 24 °C')
  edit('glossary.yaml', 'comes on fast', 'comes on quickly')
  expect(await built(3)).toContain('comes on quickly')
})
