import {z} from 'zod'
import {configSchema} from './schema.ts'

/** JSON Schema (draft 2020-12) of the configuration, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, {io: 'input'})
  return {...schema, title: 'Parlance configuration'}
}
