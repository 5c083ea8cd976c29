import type * as z from 'zod/mini'
import {configSchema} from './schema.ts'

/**
 * Keys that a configuration may have at a path; none where no object stands.
 *
 * @see https://zod.dev/library-authors about `_zod.def`
 */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let at: z.core.$ZodType | undefined = configSchema
  for (const step of path) at = at && below(at, step)
  return at === undefined ? [] : keysOf(at)
}

function below(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType | undefined {
  const {def} = known(schema)
  if (def.type === 'optional') return below(def.innerType, step)
  if (def.type === 'array') return def.element
  if (def.type === 'object') return def.shape[String(step)]
  return def.type === 'record' ? def.valueType : undefined
}

function keysOf(schema: z.core.$ZodType): readonly string[] {
  const {def} = known(schema)
  if (def.type === 'optional') return keysOf(def.innerType)
  if (def.type === 'object') return Object.keys(def.shape)
  if (def.type === 'union') return def.options.flatMap(keysOf)
  if (def.type !== 'record') return []
  const keys = known(def.keyType).def
  return keys.type === 'enum' ? Object.keys(keys.entries) : []
}

/** The union that `type` discriminates: zod’s base type names none of its members. */
function known(schema: z.core.$ZodType): z.core.$ZodTypes['_zod'] {
  return (schema as z.core.$ZodTypes)._zod
}
