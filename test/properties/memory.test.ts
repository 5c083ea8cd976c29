import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {Cache} from '../../src/core/language/index.ts'
import {check, compile, type Document, type RenderOptions, render} from '../../src/index.ts'
import {formatNames} from '../../src/internal.ts'
import {loadProject} from '../../src/project/index.ts'
import {byEffort} from '../support/effort.ts'
import {compileFixture, fixtures, foldersIn} from '../support/fixtures.ts'
import {page, write} from '../support/generate.ts'
import {compiled} from '../support/outputs.ts'

/**
 * The same document, rendered the straightforward way: each variant from its beginning, the whole tree at
 * once.
 */
const forgetful = (document: Document): Document => ({...document, cache: new Cache(0)})

/** One that has not been rendered yet. */
const fresh = (document: Document): Document => ({...document, cache: new Cache()})

function requestsFor(document: Document): readonly RenderOptions[] {
  const dimensions = [...document.settings.dimensions.values()]
  return document.audiences.flatMap(audience =>
    formatNames.flatMap(format =>
      [false, true].flatMap(page =>
        ['numeric', 'ama', 'nlm'].flatMap(citationStyle =>
          (format === 'text' ? [0, 40, 80] : [80]).flatMap(width => {
            const options = {audience, format, page, citationStyle, width, draft: true}
            const values = dimensions.flatMap(({name, values}) => values.map(value => ({[name]: value})))
            return [{}, ...values].map(more => ({...options, ...more}))
          }),
        ),
      ),
    ),
  )
}

/** What a caller sees; `undefined` for a reader that the page does not serve. */
function outcome(document: Document, options: RenderOptions): string | undefined {
  try {
    const {messages, meta, ...rest} = render(document, options)
    return JSON.stringify([{...rest, meta}, messages.map(String), messages.map(({audiences}) => audiences)])
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function expectSame(document: Document, requests: readonly RenderOptions[]): void {
  const caching = fresh(document)
  const plain = forgetful(document)
  for (const options of requests)
    expect(outcome(caching, options), JSON.stringify(options)).toBe(outcome(plain, options))
  const reportOf = (from: Document): unknown => {
    const {messages, ...rest} = check(from)
    return {...rest, messages: messages.map(message => [String(message), message.audiences])}
  }
  expect(reportOf(caching)).toEqual(reportOf(plain))
}

/** An order in which readers, formats and styles come and go; the same one each time. */
function shuffled(requests: readonly RenderOptions[]): readonly RenderOptions[] {
  const step = [7, 11, 13, 17].find(prime => requests.length % prime !== 0) ?? 1
  // an index below the length
  return requests.map((_, index) => requests[(index * step) % requests.length] as RenderOptions)
}

describe('cached results are the bytes of fresh ones', () => {
  test.each(foldersIn(fixtures('documents')))('documents/%s', name => {
    const document = compileFixture(fixtures('documents', name))
    const requests = requestsFor(document)
    expectSame(document, [...requests].reverse())
    expectSame(document, shuffled(requests))
  })

  test.each(foldersIn(fixtures('projects')))('projects/%s', async name => {
    const project = await loadProject({cwd: join(fixtures('projects'), name)})
    for (const path of await project.pages()) {
      const document = project.compile(path)
      expectSame(document, shuffled(requestsFor(document)))
    }
  })

  test('generated documents', {timeout: 600_000}, () => {
    const runs = byEffort(10, 60, 3_000)
    fc.assert(
      fc.property(page, fc.infiniteStream(fc.nat()), (generated, order) => {
        const document = compiled(write(generated))
        const requests = requestsFor(document)
        const some = Array.from({length: 24}, () => requests[order.next().value % requests.length])
        expectSame(
          document,
          some.filter(options => options !== undefined),
        )
      }),
      {numRuns: runs},
    )
  })
})

test('check after render: messages that both have, frozen by then, name all their readers', () => {
  const document = compile('## Only here {#x}\n\n:::patient\n## Empty\n:::\n\n#### Deep\n\nText.')
  const before = check(fresh(document)).messages.map(message => [String(message), message.audiences])
  for (const audience of document.audiences) render(document, {audience})
  expect(check(document).messages.map(message => [String(message), message.audiences])).toEqual(before)
  expect(before.some(([, audiences]) => (audiences?.length ?? 0) > 1)).toBe(true)
})
