import type {ResolvedConfig} from '../../../internal.ts'
import {type Choices, idsFor, type Names, unknownName} from '../choices.ts'
import type {Notes} from '../imported.ts'
import type {Ditaval} from './ditaval.ts'
import type {XmlElement} from './xml.ts'
import {spanOf} from './xml.ts'

/** Who gets an element. */
export interface Filtered {
  readonly readers: ReadonlySet<string>
  /** Values of further dimensions that it is tied to. */
  readonly dimensions: ReadonlyMap<string, readonly string[]>
}

export interface FilterOptions {
  readonly config: ResolvedConfig
  readonly choices: Choices
  readonly names: Names
  /** Who gets what, where DITAVAL files say so: by audience. */
  readonly ditavals: ReadonlyMap<string, Ditaval>
  /** What no reader gets. */
  readonly common: Ditaval | undefined
  readonly notes: Notes
}

/** Attributes by which DITA filters, without those made from `props`. */
const filtering = ['audience', 'platform', 'product', 'otherprops', 'deliveryTarget', 'props']

/** One attribute or one group in it: `audience`, or `product` in `props="product(a b)"`. */
interface Group {
  /** Names under which DITAVAL files may speak of it, the nearest first. */
  readonly names: readonly string[]
  readonly values: readonly string[]
}

/**
 * Who gets an element by its own attributes. An element is left out for a reader where all values of one
 * attribute, or of one group, are. Without a DITAVAL file for a reader, `audience` names readers, and other
 * attributes must be declared dimensions.
 *
 * @see https://docs.oasis-open.org/dita/dita/v1.3/os/part3-all-inclusive/archSpec/base/filtering.html
 */
export function filterFor(element: XmlElement, options: FilterOptions): Filtered {
  const {choices, ditavals} = options
  const groups = filtering.flatMap(name => groupsIn(name, element.attributes[name] ?? ''))
  const all = ditavals.size > 0 ? [...ditavals.keys()] : choices.ids
  const dimensions = new Map<string, readonly string[]>()
  if (ditavals.size === 0) for (const group of groups) report(group, element, dimensions, options)
  const gets = (id: string): boolean => groups.every(group => !isExcluded(group, id, options))
  return {readers: new Set(all.filter(gets)), dimensions}
}

/** `a b`, or `product(a b) platform(c)` with names of groups. */
function groupsIn(attribute: string, text: string): readonly Group[] {
  const groups: Group[] = []
  const rest = text.replace(/([\w.-]+)\(([^)]*)\)/g, (_, name: string, values: string) => {
    groups.push({names: attribute === 'props' ? [name] : [name, attribute], values: wordsIn(values)})
    return ' '
  })
  const values = wordsIn(rest)
  return values.length === 0 ? groups : [{names: [attribute], values}, ...groups]
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '')
}

function isExcluded({names, values}: Group, id: string, options: FilterOptions): boolean {
  const {choices, ditavals, common, names: meanings} = options
  const said = (ditaval: Ditaval | undefined, value: string): boolean | undefined => {
    for (const name of names) {
      const excludes = ditaval?.excludes(name, value)
      if (excludes !== undefined) return excludes
    }
    return undefined
  }
  const own = ditavals.get(id)
  return values.every(value => {
    const byFile = said(own, value) ?? said(common, value)
    if (byFile !== undefined || own !== undefined) return byFile ?? false // what DITA does without a rule
    if (!names.includes('audience')) return false
    return !choices.seeing(idsFor(value, meanings, choices) ?? []).has(id)
  })
}

/** Report what cannot be carried over of a group; values of declared dimensions are kept. */
function report(
  {names, values}: Group,
  element: XmlElement,
  dimensions: Map<string, readonly string[]>,
  {choices, common, config, names: meanings, notes}: FilterOptions,
): void {
  const [name = ''] = names
  const open = values.filter(value => names.every(name => common?.excludes(name, value) === undefined))
  if (open.length === 0) return
  const declared = config.settings.dimensions.get(name)
  if (names.includes('audience'))
    for (const value of open) {
      if (idsFor(value, meanings, choices) !== undefined) continue
      const {reason, note} = unknownName(value, choices)
      notes.error(reason, spanOf(element), note)
    }
  else if (declared === undefined)
    notes.error(
      `Nothing says who gets \`${name}="${values.join(' ')}"\``,
      spanOf(element),
      `Declare the dimension \`${name}\` in the configuration, or say with \`--ditaval\` what is included and excluded.`,
    )
  else if (!open.every(value => declared.values.includes(value)))
    notes.error(
      `\`${name}="${values.join(' ')}"\` has values that are not declared. Allowed: ${declared.values.join(', ')}.`,
      spanOf(element),
    )
  else dimensions.set(name, [...(dimensions.get(name) ?? []), ...open])
}
