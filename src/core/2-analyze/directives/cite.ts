import type {Position} from 'unist'
import * as z from 'zod/mini'
import {type CitationItem, type RawText, type Reference, splitCitations} from '../../language/index.ts'
import {defineDirective, type Lowering} from './definition.ts'

/**
 * CSL locator types and how they are printed before the locator.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#locators
 */
const locatorLabels = {
  page: 'p.',
  chapter: 'chapter',
  section: 'section',
  paragraph: 'paragraph',
  figure: 'figure',
  table: 'table',
  volume: 'volume',
  appendix: 'appendix',
} as const

const shape = Object.fromEntries(
  Object.keys(locatorLabels).map(name => [
    name,
    z
      .optional(z.string().check(z.trim(), z.minLength(1)))
      .check(z.describe(`The ${name} of the work that is meant`)),
  ]),
)

/** `:cite[key; key, locator]`. */
export const cite = defineDirective({
  name: 'cite',
  kinds: ['text'],
  label: true,
  attributes: z.object(shape),
  names: {label: 'reference'},
  doc: 'Cites references by key, with a locator after a comma; several are separated by semicolons.',
  lower(use, lowering) {
    if (use.label === undefined || use.label.value.trim() === '') {
      lowering.report('citation-malformed', {place: use.node, detail: '`:cite` names no reference'})
      return []
    }
    const items = readItems(use.label, lowering)
    const named = Object.entries(use.attributes).filter(([, value]) => value !== undefined)
    if (named.length > 0)
      addLocator(items, named as [keyof typeof locatorLabels, string][], use.label.position, lowering)
    const known = withoutRepeats(
      items.filter(item => isKnown(item, lowering)),
      lowering,
    )
    if (known.length === 0) return []
    return [
      {
        type: 'citation',
        items: known.map(({key, locator}) => ({key, ...(locator !== undefined && {locator})})),
        position: use.node.position,
      },
    ]
  },
})

interface WrittenItem {
  key: string
  locator?: string
  place: Position
}

function readItems(label: RawText, lowering: Lowering): WrittenItem[] {
  const items: WrittenItem[] = []
  for (const {key, locator, place, locatorPlace} of splitCitations(label)) {
    if (key === '') {
      lowering.report('citation-malformed', {
        place,
        detail: 'A key is missing between the semicolons of `:cite`',
      })
      continue
    }
    if (locator === '')
      lowering.report('citation-malformed', {
        place,
        actual: key,
        detail: `The locator after \`${key},\` is empty`,
      })
    if (locator !== undefined && isList(locator, lowering)) {
      const works = [key, ...locator.split(',')].map(work => work.trim()).join('; ')
      lowering.report('citation-malformed', {
        place: locatorPlace,
        actual: locator,
        detail: `\`${locator}\` would be printed as a place in \`${key}\`; separate works with \`;\`: \`:cite[${works}]\``,
      })
    }
    items.push({key, place, ...(locator && {locator})})
  }
  return items
}

/** Whether a locator is nothing but keys of references: LaTeX separates works with commas. */
function isList(locator: string, {references}: Lowering): boolean {
  return locator.split(',').every(part => references.has(part.trim()))
}

function addLocator(
  items: WrittenItem[],
  named: [keyof typeof locatorLabels, string][],
  place: Position,
  lowering: Lowering,
): void {
  const [item, another] = items
  if (item === undefined) return
  if (another !== undefined || item.locator !== undefined) {
    lowering.report('citation-malformed', {
      place,
      detail: 'Attributes give the locator of a single key without one; write it after the comma instead',
    })
    return
  }
  item.locator = named.map(([name, value]) => `${locatorLabels[name]} ${value}`).join(', ')
}

/** A cluster says each thing once: the same work twice needs two locators. */
function withoutRepeats<Item extends WrittenItem>(items: readonly Item[], lowering: Lowering): Item[] {
  const seen = new Set<string>()
  return items.filter(({key, locator, place}) => {
    const said = JSON.stringify([key, locator])
    if (!seen.has(said)) return seen.add(said)
    const where = locator === undefined ? '' : ` with the locator \`${locator}\``
    const detail = `\`${key}\`${where} stands twice in one citation; it is printed once`
    lowering.report('citation-repeated', {place, actual: key, detail})
    return false
  })
}

function isKnown(item: WrittenItem, lowering: Lowering): item is WrittenItem & CitationItem {
  const reference = lowering.references.get(item.key)
  if (reference !== undefined) {
    lowering.cites(item.key, item.place)
    reportNotice(item, reference, lowering)
    return true
  }
  const expected = [...lowering.references.keys()]
  lowering.report('citation-unknown', {place: item.place, actual: item.key, expected})
  return false
}

/** A work that was retracted, or doubted or corrected since: its citation needs a second look. */
function reportNotice(
  {key, place}: WrittenItem,
  {notice, acknowledged}: Reference,
  lowering: Lowering,
): void {
  if (notice === undefined || acknowledged === true) return
  const what = {
    retracted: 'was retracted',
    'expression of concern': 'has an expression of concern',
    erratum: 'has an erratum',
  }[notice]
  lowering.report('reference-retracted', {place, actual: key, detail: `The reference \`${key}\` ${what}`})
}
