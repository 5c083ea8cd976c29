import * as z from 'zod/mini'
import {frontMatterSchema} from './front-matter-schema.ts'

/** JSON Schema (draft 2020-12) of a page's front matter, for editors. */
export function frontMatterJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(frontMatterSchema, {io: 'input'})
  return {...schema, title: 'Parlance front matter'}
}
