import * as z from 'zod/mini'
import type {AudienceTable, Dimension, DirectiveKind} from '../../language/index.ts'
import type {DirectiveDefinition, NamedThing} from './definition.ts'

/** One attribute of a directive, for those who write it. */
export interface AttributeDescription {
  readonly name: string
  readonly doc: string
  readonly required: boolean
  /** Values that it can have; empty where it may be any text. */
  readonly values: readonly string[]
  /** Several values may stand in it, with blanks between them. */
  readonly list: boolean
  /** What its value names. */
  readonly names?: NamedThing
}

/** One directive, for those who write it. */
export interface DirectiveDescription {
  readonly name: string
  readonly kinds: readonly DirectiveKind[]
  readonly doc: string
  /** Whether text between brackets belongs to it. */
  readonly label: boolean
  /** What that text names. */
  readonly labelNames?: NamedThing
  /** Whether one of `for`, `not` and the further dimensions must stand on it. */
  readonly conditioned: boolean
  readonly attributes: readonly AttributeDescription[]
}

/** What the table says of a directive, with the audiences and dimensions of a project. */
export function describeDirective(
  definition: DirectiveDefinition,
  audiences: AudienceTable,
  dimensions: ReadonlyMap<string, Dimension>,
): DirectiveDescription {
  const {name, kinds, doc, label = false, names, conditions, wordings} = definition
  const further = [...dimensions.values()].map(({name: key, values}) => ({
    ...plain(key, `Only for readers with this ${key}`),
    values,
    list: true,
  }))
  const readers = [
    {...plain('for', 'Who may see it: audience ids'), values: audiences.ids, list: true},
    {...plain('not', 'Who may not see it: audience ids'), values: audiences.ids, list: true},
  ]
  return {
    name,
    kinds,
    doc,
    label,
    ...(names?.label && {labelNames: names.label}),
    conditioned: conditions === 'required',
    attributes: [
      ...(conditions === 'required' ? readers : []),
      ...(wordings ? audiences.ids.map(id => plain(id, `The wording for \`${id}\``)) : []),
      ...Object.entries(definition.attributes.shape).map(([key, schema]) => ({
        ...plain(key, z.globalRegistry.get(schema)?.description ?? ''),
        required: !z.safeParse(schema, undefined).success,
        values: valuesOf(schema),
        ...(names?.attributes?.[key] && {names: names.attributes[key]}),
      })),
      ...(conditions === undefined ? [] : further),
    ],
  }
}

function plain(name: string, doc: string): AttributeDescription {
  return {name, doc, required: false, values: [], list: false}
}

/** The choices of an enumeration, whatever is wrapped around it. */
function valuesOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    return valuesOf(schema.def.innerType)
  return schema instanceof z.ZodMiniEnum ? schema.options.map(String) : []
}
