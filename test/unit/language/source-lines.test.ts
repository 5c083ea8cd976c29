import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {compile, render} from '../../../src/index.ts'
import {renderAllVariants} from '../../../src/internal.ts'
import {fixtures} from '../../support/fixtures.ts'

const source = [
  '---', // 1
  'title: {default: Drug, patient: Your medicine}',
  'references:',
  '  - {id: a, type: book, title: A, publisher: P, issued: 2020}',
  '---',
  '# Dose', // 6
  '',
  'One :cite[a]', // 8
  'two.',
  '',
  '::::variants{#how}', // 11
  ':::clinician',
  'SECRET 5 mg.', // 13
  ':::',
  ':::patient',
  'A little :say[x]{patient="y"}.', // 16
  ':::',
  ':::student{omit="later"}',
  ':::',
  '::::',
  '',
  '- a', // 22
  '- :only{for=student} b',
  '',
  '> quote', // 25
  '',
  '| a | :only{for=patient} b |', // 27
  '| - | - |',
  '| :only{for=clinician} c | d |',
  '',
  '::include{file="_part.md"}', // 31
  '',
  ':::safety', // 33
  'Safe.[^n]',
  ':::',
  '',
  '[^n]: Note.', // 37
].join('\n')

const document = compile(source, {
  path: 'page.md',
  read: path => (path === '_part.md' ? 'Part.\n\nMore.\n' : undefined),
})

/** Tags that carry marks, in order. */
function marks(html: string): readonly string[] {
  return [...html.matchAll(/<(\w+)[^>]* data-line="(\d+)" data-end="(\d+)"(?: data-file="([^"]*)")?/g)].map(
    ([, tag, from, to, file]) => `${tag} ${from}-${to}${file === undefined ? '' : ` ${file}`}`,
  )
}

describe('source lines', () => {
  test('blocks say where they come from', () => {
    expect(marks(render(document, {audience: 'clinician', sourceLines: true}).value)).toEqual([
      'h1 6-6',
      'p 8-9',
      'p 13-13',
      'li 22-22',
      'blockquote 25-25',
      'p 25-25',
      'div 27-29',
      'p 1-1 _part.md',
      'p 3-3 _part.md',
      'section 33-35',
      'p 34-34',
      'p 37-37',
    ])
  })

  test('only where they are asked for: all else is the same to the byte', () => {
    for (const page of [true, false]) {
      const plain = render(document, {audience: 'patient', page}).value
      const marked = render(document, {audience: 'patient', page, sourceLines: true}).value
      expect(plain).not.toMatch(/data-(?:line|end|file|for)|badge/)
      expect(marked).not.toBe(plain)
      expect(marked.replace(/ data-(?:line|end|file)="[^"]*"/g, '')).toBe(plain)
    }
  })

  test.each(readdirSync(fixtures('documents')))('also in %s', name => {
    const file = join(fixtures('documents', name), 'input.md')
    const page = compile(readFileSync(file, 'utf8'), {path: 'source.md'})
    for (const audience of page.audiences) {
      const options = {audience, draft: true} as const
      const marked = render(page, {...options, sourceLines: true}).value
      expect(marked.replace(/ data-(?:line|end|file)="[^"]*"/g, '')).toBe(render(page, options).value)
    }
  })

  test('an author cannot forge them', () => {
    const page = compile('<p data-line="9" data-for="x" class="badge">x</p>', {config: {rawHtml: true}})
    expect(render(page, {audience: 'patient'}).value).toBe('<p class="">x</p>\n')
  })
})

describe('every wording at once', () => {
  const html = renderAllVariants(document)

  test('says that it is not for publication, in text, title and head', () => {
    expect(html).toContain('<title>All variants at once: not for publication.</title>')
    expect(html).toContain('<p class="draft" role="note">All variants at once: not for publication.</p>')
    expect(html).toContain('<meta name="robots" content="noindex, noarchive">')
    expect(html).not.toMatch(/<script|application\/ld\+json|rel="canonical"/)
  })

  test('holds each wording under a badge, in the order of the source', () => {
    const text = html
      .slice(html.indexOf('<main'))
      .replace(/<[^>]*>/g, '|')
      .replace(/[|\s]+/g, ' ')
    expect(text).toContain('everyone else Drug patient Your medicine')
    expect(text).toContain('how clinician SECRET 5 mg. patient A little patient y everyone else x .')
    expect(text).toContain('student: left out on purpose, later')
    expect(text).toContain('a student b')
    expect(text).toContain('a patient b clinician c d')
    expect(text).toContain('Note.')
    expect(html).toContain('data-for="clinician" data-line="12" data-end="14"')
  })

  test.each(readdirSync(fixtures('documents')))('also of %s', name => {
    const file = join(fixtures('documents', name), 'input.md')
    expect(renderAllVariants(compile(readFileSync(file, 'utf8')))).toContain('not for publication')
  })
})
