import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {vocabularyOf} from '../../src/api/compile/vocabulary.ts'
import {lintFences} from '../../src/core/1-parse/fences/lint-fences.ts'
import {parseNatively} from '../../src/core/1-parse/native/parse-natively.ts'
import {findExcess} from '../../src/core/1-parse/prescan.ts'
import {processorFor} from '../../src/core/1-parse/processor.ts'
import {resolveConfig} from '../../src/core/config/resolve-config.ts'
import type {NativeParser} from '../../src/core/language/index.ts'
import {ConfigError, compile} from '../../src/index.ts'
import {loadNativeParser} from '../../src/project/load/load-native-parser.ts'
import {page, write} from '../support/generate.ts'
import {splicedMarkdown, wildMarkdown} from '../support/generate-markdown.ts'
import {specExamples} from '../support/spec-examples.ts'

const isDeep = process.env.PARLANCE_DEEP !== undefined
const root = join(import.meta.dirname, '../..')
const {settings} = resolveConfig({
  audiences: ['clinician', 'patient', 'student', 'nurse'].map(id => ({id, label: id})),
})
const {names, containers} = vocabularyOf(settings.audiences)
const native = await loadNativeParser()

/** Without fields that are there and say nothing. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, plain(field)]),
  )
}

/**
 * As `createParser` decides: what the native parser makes of a text; `undefined` where it is left to the
 * reference.
 */
function nativeTree(text: string, parser: NativeParser): unknown {
  if (findExcess(text, settings.limits) !== undefined) return undefined
  let isSound = true
  const report = (): void => {
    isSound = false
  }
  if (lintFences(text, {names, containers, report}).length > 0 || !isSound) return undefined
  const reading = parseNatively(text, names, parser)
  return 'root' in reading ? reading.root : undefined
}

/** How many texts were read natively; each of them as by the reference parser, to the last position. */
function countNative(texts: Iterable<string>, parser: NativeParser): number {
  let count = 0
  for (const text of texts) {
    const tree = nativeTree(text, parser)
    if (tree === undefined) continue
    count++
    const reference = plain(processorFor(names).parse(text))
    if (!isDeepStrictEqual(tree, reference)) expect(tree, JSON.stringify(text)).toEqual(reference)
  }
  return count
}

/** Texts of the Markdown files below a folder. */
function markdownBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
    .filter(file => /\.(?:md|markdown)$/i.test(file))
    .sort()
    .flatMap(file => {
      try {
        return [readFileSync(join(root, folder, file), 'utf8')]
      } catch {
        return [] // a folder that is named like a file
      }
    })
}

test('whether the native parser is installed', () => {
  if (native === undefined) process.stderr.write('satteri is not installed here: not looked at.\n')
  expect(names.size).toBeGreaterThan(20)
})

describe('which parser reads', () => {
  const heading = '# A\n'
  const refuse: NativeParser = () => {
    throw new TypeError('it was asked')
  }

  test('satteri that is not installed is an error, and `auto` goes on with remark', () => {
    expect(() => compile(heading, {parser: 'satteri'})).toThrow(ConfigError)
    expect(() => compile(heading, {config: {parser: 'satteri'}})).toThrow(/satteri/)
    expect(compile(heading, {parser: 'auto'}).messages).toEqual([])
    expect(compile(heading).messages).toEqual([])
  })

  test('`remark` asks no other, `auto` and `satteri` do where there is one', () => {
    expect(compile(heading, {parser: 'remark', nativeParser: refuse}).messages).toEqual([])
    for (const parser of ['auto', 'satteri'] as const)
      expect(() => compile(heading, {parser, nativeParser: refuse})).toThrow('it was asked')
  })
})

describe.runIf(native !== undefined)('the native parser makes the reference tree', () => {
  const parser = native ?? (() => ({type: 'root'}))
  const own = [...markdownBelow('fixtures'), ...markdownBelow('docs')]

  test('of every page and document of this repository, nearly all of them natively', () => {
    expect(countNative(own, parser) / own.length).toBeGreaterThan(0.65)
  }, 600_000)

  test('of the article that is measured', () => {
    const article = readFileSync(
      join(root, 'fixtures/projects/medical/content/pertuzumab-mechanism.md'),
      'utf8',
    )
    const body = article.replace(/^---[\s\S]*?\n---\n/, '')
    for (const text of [article, body.repeat(12)]) expect(countNative([text], parser)).toBe(1)
  }, 600_000)

  test('of the documents of others', () => {
    const others = markdownBelow('node_modules').filter(text => text.length < 500_000)
    const some = isDeep ? others : others.filter((text, index) => index % 8 === 0 && text.length < 20_000)
    expect(countNative(some, parser) / some.length).toBeGreaterThan(0.5)
  }, 3_600_000)

  test.each([
    {
      what: 'generated pages',
      texts: page.map(given => write(given).source),
      runs: [200, 20_000],
      share: 0.05,
    },
    {what: 'wild Markdown', texts: wildMarkdown, runs: [2_000, 150_000], share: 0.04},
    {what: 'spliced documents', texts: splicedMarkdown(own), runs: [500, 50_000], share: 0.3},
  ])(
    'of $what',
    ({texts, runs: [few = 0, many = 0], share}) => {
      let count = 0
      const numRuns = isDeep ? many : few
      fc.assert(
        fc.property(texts, text => {
          count += countNative([text], parser)
        }),
        {numRuns},
      )
      expect(count / numRuns).toBeGreaterThan(share)
    },
    7_200_000,
  )

  test.each([
    ...[
      'x\ty',
      'a\r\nb :only[c]{for=patient}\r\n\r\n- d\r\n',
      '\uFEFFa',
      'a\0b',
      'a\rb',
      '\uD800',
      'a 🙂 **b** `c`',
    ],
    ...[
      '5~10 mg, 20~30 mg',
      '~~a~~ ~b~',
      'HER2:HER3 :only[x] 1:1000 std::vector ::1',
      ':term[a] \\:term[a] &colon;term[a]',
    ],
    ...[
      '![a :only[b]](c)',
      '[a:b]\n\n[a:b]: c:d "e:f"',
      '[^a:b]\n\n[^a:b]: Note',
      '`a:b` <urn:x> <https://a.b:8080/c:d>',
    ],
    ...[
      ':only[a\nb]{not=patient}:only[c]{for=patient}',
      '- :only[a\n  b] c',
      '> :only[a\n> b] c',
      '# a :only[b\nc]',
    ],
    ...[
      ':only[a]{a="b" a=c #d .e .f g}',
      ':only[a]{a="&amp;"}',
      ':only[]',
      ':only{}',
      ':only[a]{',
      ':only[a',
      ':::note[]\nx\n:::',
    ],
    ...[
      'a\n:::note\n[b]: c\n:::\n\n[b]',
      'https://a.b/c.',
      'a@b.c www.a.b',
      '[a https://b.c/d',
      '- [x] :only{for=patient} a',
    ],
    ...[
      'HLA-A*31:01 or HLA-B*15:02',
      '_CYP2D6*4/*41_ and *CYP2C19*2*',
      '*1/*2, *68+*4/*1 and *2',
      '\\*1/*2/*3 A\\*1 B\\**2',
      '**Carriers of *2 or *3 stop**',
      '2**3 **5**4',
      '~~**of *2**~~ [**of *2**](u) _**of *2**_ ***of *2***',
      '`A*3` <a title="A*3"> <a*3@b.c> https://x.org/A*3',
      '| A*3 | *1/*2 |\n| --- | --- |\n| B*4|C*5 |',
      ':say[A*3 b]{patient="A*3"} ![A*3](u*4 "B*5") [A*3]\n\n[A*3]: u',
      'A\u205A3 &#8282; B*4',
      'adrenaline 1:1000[3], 1:2{x}, a:1[b], ::1[2], :-5[3], :-[',
      ':__proto__[x] ::_foo[x] :foo-{x} ::none[x]',
      'std::vector[3] z::_foo[x]',
      '::foo-{:n:term[t]{#i}one[x]## Types',
    ],
    ...['a `b\n  *c*', '+++\na\n+++', '---\na', '<b x:y>', 'a:b\t', '::toc\t\n', 'x:y\tz'],
  ])('of %j, or leaves it', text => {
    countNative([text], parser)
  })
})

describe.runIf(native !== undefined)('the native parser reads the examples of', () => {
  test.each(specExamples)('%s', (_, examples) => {
    if (native) expect(countNative(examples, native) / examples.length).toBeGreaterThan(0.55)
  })
})
