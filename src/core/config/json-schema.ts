import * as z from 'zod/mini'
import {configSchema} from './schema.ts'

/** JSON Schema (draft 2020-12) of the configuration, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, {
    io: 'input',
    unrepresentable: 'any',
    // A style that only a program can give is nothing that a file could say.
    override: ({jsonSchema}) => {
      const options = jsonSchema.anyOf?.filter(option => Object.keys(option).length > 0)
      if (options !== undefined) jsonSchema.anyOf = options
    },
  })
  return {...schema, title: 'Parlance configuration'}
}
