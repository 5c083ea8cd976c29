import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {compile, type Document, render} from '../../src/index.ts'
import {loadNativeParser} from '../../src/project/load/load-native-parser.ts'
import {config, type Id, page, type Written, write} from '../support/generate.ts'
import {edit, makesLiteral, mutate} from '../support/mutate-markers.ts'
import {timeout} from '../support/outputs.ts'

/**
 * How many mutants are looked at: 25 of each page, and in the deep lane several slices, each of which reports
 * when it ends.
 */
const pages = process.env.PARLANCE_DEEP === undefined ? 20 : 500
const slices = process.env.PARLANCE_DEEP === undefined ? 1 : 8
const mutantsOfEach = 25

/** A slip is local: on a longer page it only takes longer to look at. */
const shortPage = page.map(write).filter(({source}) => source.length <= 3_000)
/** As many slips as make mutants, and some more, since a few change nothing. */
const mutants = fc.array(fc.array(edit, {minLength: 1, maxLength: 2}), {
  minLength: mutantsOfEach * 2,
  maxLength: mutantsOfEach * 2,
})

const nativeParser = await loadNativeParser()

function compiled(source: string, {files, references}: Written): Document {
  return compile(source, {
    config,
    path: 'page.md',
    slug: 'page',
    references,
    read: path => files.get(path),
    ...(nativeParser && {nativeParser}),
  })
}

/** Places of a page that decide between readers; branches of a variable have no position. */
function conditionsIn(node: Nodes): number {
  const isWritten = node.type === 'branch' && node.position !== undefined
  const own = node.data?.condition !== undefined || isWritten ? 1 : 0
  const columns = node.type === 'table' ? (node.data?.columns?.filter(Boolean).length ?? 0) : 0
  const below = 'children' in node ? (node.children as readonly Nodes[]) : []
  return below.reduce((sum, child) => sum + conditionsIn(child), own + columns)
}

/**
 * An edit that leaves as many conditions as there were moved one of them, or changed which readers it names:
 * another meaning, but a valid one. So is an edit that makes markup literal. A condition that is gone without
 * either, and without an error, is a leak.
 */
test.each(Array.from({length: slices}, (_, at) => `slice ${at + 1} of ${slices}`))(
  'what an edit near a marker breaks is held, or is an error: %s',
  slice => {
    const seen = {errors: 0, held: 0, 'of another valid meaning': 0}
    fc.assert(
      fc.property(shortPage, mutants, (written, edits) => {
        const conditions = conditionsIn(compiled(written.source, written).root)
        const changed = edits
          .map(slips => ({slips, source: slips.reduce(mutate, written.source)}))
          .filter(({source}) => source !== written.source)
        for (const {slips, source} of changed.slice(0, mutantsOfEach)) {
          const document = compiled(source, written)
          // No format is made of a page with errors, and plain text holds all that the others hold.
          const hasErrors = document.messages.some(({fatal}) => fatal === true)
          const leaked = hasErrors ? undefined : leakedBy(document, source, written)
          if (hasErrors) seen.errors++
          else if (leaked === undefined) seen.held++
          else if (slips.some(makesLiteral) || conditionsIn(document.root) >= conditions)
            seen['of another valid meaning']++
          else expect.fail(`${leaked} is leaked by ${JSON.stringify(slips)}\n${source}`)
        }
      }),
      // the mutant is the counterexample: smaller pages take hours to find
      {numRuns: pages, endOnFailure: true},
    )
    process.stdout.write(`mutants, ${slice}: ${JSON.stringify(seen)}\n`)
    expect(seen.errors).toBeGreaterThan(pages)
  },
  timeout,
)

/**
 * The first token that a reader gets who should not; nothing is rendered where the page has errors. A slip
 * within a token may make another one of it, which then stands in the source once more.
 */
function leakedBy(document: Document, mutated: string, {leaves, source}: Written): string | undefined {
  for (const audience of document.audiences) {
    const {value} = render(document, {audience, format: 'text', page: true, width: 0})
    for (const {token, readers} of leaves)
      if (
        !readers.has(audience as Id) &&
        value.includes(token) &&
        count(token, mutated) <= count(token, source)
      )
        return `${token} for ${audience}`
  }
  return undefined
}

function count(token: string, text: string): number {
  return text.split(token).length - 1
}
