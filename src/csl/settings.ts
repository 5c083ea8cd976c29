import type {ClusterMarks} from '../references/styles/clusters.ts'
import {type CslSource, type Engine, openEngine} from './engine.ts'
import {type Marked, readMarks, wordsOf} from './marks.ts'

/** How a numeric style prints clusters. */
export interface ClusterSettings extends ClusterMarks {
  readonly raised: boolean
  /** Whether neighbours become ranges. */
  readonly collapses: boolean
  readonly sorts: boolean
  readonly dropsLocators: boolean
}

const probes = new Map(
  [1, 2, 3].map(number => [
    `probe-${number}`,
    {id: `probe-${number}`, type: 'book', title: `Probe ${number}`},
  ]),
)

/**
 * What a style's `<citation>` says of clusters (affixes, delimiter, collapse, sorting, vertical alignment), read by having
 * citeproc print a few small ones: so every way of writing it in the style is understood.
 */
export function clusterSettings(source: CslSource, locale: string): ClusterSettings {
  const engine = openEngine(source, probes, locale)
  engine.updateItems([...probes.keys()])
  const single = printed(engine, [1])
  const open = single.text.slice(0, single.text.indexOf('1'))
  const close = single.text.slice(single.text.indexOf('1') + 1)
  const inner = (text: string): string => text.slice(open.length, text.length - close.length)
  const pair = inner(printed(engine, [1, 3]).text)
  const run = inner(printed(engine, [1, 2, 3]).text)
  const delimiter = pair.slice(1, -1)
  const collapses = !run.includes('2')
  return {
    open,
    close,
    delimiter,
    ...(collapses && {range: run.slice(1, -1)}),
    collapses,
    raised: single.raised,
    sorts: inner(printed(engine, [3, 1]).text).startsWith('1'),
    dropsLocators: !printed(engine, [1], {locator: '77', label: 'page'}).text.includes('77'),
    locator: locator => {
      const {text} = printed(engine, [1], toLocator(locator))
      return text.slice(open.length + 1, text.length - close.length)
    },
  }
}

interface Locator {
  readonly locator: string
  readonly label: string
}

/** CSL locator terms by how authors begin a locator; pages where it begins with none. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:pp?\.|pages?)\s+/i, 'page'],
  [/^(?:sections?|sec\.|§)\s*/i, 'section'],
  [/^(?:chapters?|chap\.|ch\.)\s+/i, 'chapter'],
  [/^(?:tables?|tab\.)\s+/i, 'table'],
  [/^(?:figures?|figs?\.)\s+/i, 'figure'],
  [/^(?:paragraphs?|para\.|¶)\s*/i, 'paragraph'],
  [/^(?:volumes?|vol\.)\s+/i, 'volume'],
]

/** A locator as an author writes it, `p. 5`, as CSL has it. */
export function toLocator(written: string): Locator {
  for (const [prefix, label] of labels) {
    const locator = written.replace(prefix, '')
    if (locator !== written) return {locator, label}
  }
  return {locator: written, label: 'page'}
}

function printed(
  engine: Engine,
  numbers: readonly number[],
  locator?: Locator,
): {readonly text: string; readonly raised: boolean} {
  const marked = readMarks(
    engine.makeCitationCluster(numbers.map(number => ({id: `probe-${number}`, ...locator}))),
  )
  return {text: wordsOf(marked), raised: holdsRaised(marked)}
}

function holdsRaised(marked: readonly Marked[]): boolean {
  return marked.some(node => typeof node !== 'string' && (node.kind === 'sup' || holdsRaised(node.children)))
}
