import {CslError, childOf, type XmlNode} from './xml.ts'

/**
 * What a style's XML says of its citations.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#citation-specific-options
 */
export interface CitationForm {
  /**
   * It prints numbers, and nothing of the works themselves: then numbers, their order and their ranges are
   * ours.
   */
  readonly numbered: boolean
  /** Citations stand raised. */
  readonly raised: boolean
  /** Citations are footnotes by the style’s own idea. */
  readonly note: boolean
  /** Around and between the cites of a cluster. */
  readonly prefix: string
  readonly suffix: string
  readonly delimiter: string
  /** Behind a range, where another mark than `delimiter` stands there. */
  readonly afterRange: string
  /** Three neighbors or more are printed as a range. */
  readonly collapses: boolean
  /** A cluster is sorted. */
  readonly sorts: boolean
  /** Locators are printed at all, and with their label. */
  readonly locators: boolean
  readonly locatorLabels: boolean
  /** The list of references has an order of its own. */
  readonly ordersList: boolean
}

/** Read how a style cites. */
export function readForm(style: XmlNode, id: string): CitationForm {
  const citation = childOf(style, 'citation')
  const layout = childOf(citation, 'layout')
  if (citation === undefined || layout === undefined)
    throw new CslError(`The style \`${id}\` has no \`<layout>\` in its \`<citation>\`: its file is not whole`)
  const nodes = [...printedBy(layout, macrosOf(style), [], false, id)]
  const {prefix = '', suffix = '', delimiter = ''} = layout.attrs
  const listKeys = childOf(childOf(style, 'bibliography'), 'sort')?.children ?? []
  const printsLocator = (name: string): boolean =>
    nodes.some(({node}) => node.name === name && node.attrs.variable === 'locator')
  return {
    numbered: nodes.some(({node}) => isNumber(node)) && nodes.every(({node}) => isOfNumbers(node)),
    raised: isRaised(layout) || nodes.some(({node, raised}) => raised && isNumber(node)),
    note: style.attrs.class === 'note',
    prefix,
    suffix,
    delimiter,
    afterRange: citation.attrs['after-collapse-delimiter'] ?? delimiter,
    collapses: citation.attrs.collapse === 'citation-number',
    sorts: childOf(citation, 'sort') !== undefined,
    locators: printsLocator('text') || printsLocator('number'),
    locatorLabels: printsLocator('label'),
    ordersList: listKeys.some(key => typeof key !== 'string' && key.attrs.variable !== 'citation-number'),
  }
}

/** Whether a node prints the number of a work. */
export function isNumber({name, attrs}: XmlNode): boolean {
  return (name === 'text' || name === 'number') && attrs.variable === 'citation-number'
}

function isRaised({attrs}: XmlNode): boolean {
  return attrs['vertical-align'] === 'sup'
}

const ofNumbers = new Set(['citation-number', 'locator'])
/** What a condition may ask that has the same answer for every work. */
const conditions = new Set(['variable', 'is-numeric', 'locator', 'match'])

/** Whether a node says the same of all works but for the number and the locator. */
function isOfNumbers(node: XmlNode): boolean {
  const {name, attrs} = node
  if (name === 'names' || name === 'date') return false
  if (isNumber(node) && (attrs.form ?? 'numeric') !== 'numeric') return false
  if (name === 'if' || name === 'else-if')
    return (
      Object.keys(attrs).every(asked => conditions.has(asked)) &&
      areOfNumbers(attrs.variable) &&
      areOfNumbers(attrs['is-numeric'])
    )
  return areOfNumbers(attrs.variable)
}

function areOfNumbers(variables = ''): boolean {
  return variables
    .split(/\s+/)
    .filter(Boolean)
    .every(variable => ofNumbers.has(variable))
}

function macrosOf(style: XmlNode): ReadonlyMap<string, XmlNode> {
  const macros = new Map<string, XmlNode>()
  for (const child of style.children) {
    if (typeof child !== 'string' && child.name === 'macro') macros.set(child.attrs.name ?? '', child)
  }
  return macros
}

/** Nodes that a layout prints by itself and by its macros, and whether they stand raised. */
function* printedBy(
  parent: XmlNode,
  macros: ReadonlyMap<string, XmlNode>,
  calls: readonly string[],
  raised: boolean,
  id: string,
): Generator<{readonly node: XmlNode; readonly raised: boolean}> {
  for (const node of parent.children) {
    if (typeof node === 'string') continue
    const {macro} = node.attrs
    const inside = raised || isRaised(node)
    yield {node, raised: inside}
    yield* printedBy(node, macros, calls, inside, id)
    if (macro === undefined) continue
    const called = macros.get(macro)
    if (called === undefined)
      throw new CslError(`The style \`${id}\` has no macro \`${macro}\`, which it uses`)
    if (calls.includes(macro)) throw new CslError(`The macro \`${macro}\` of the style \`${id}\` uses itself`)
    yield* printedBy(called, macros, [...calls, macro], inside, id)
  }
}
