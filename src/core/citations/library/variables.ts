import type {TextGroup} from '../../language/index.ts'
import {toTextGroup} from '../../yaml/text-group.ts'
import type {Entries} from './files.ts'
import type {TextContext} from './glossary.ts'

/** Variables: `name: text`, or a map from audience ids and `default` to texts. */
export function readVariables(entries: Entries, context: TextContext): ReadonlyMap<string, TextGroup> {
  const source = {...context, locate: entries.locate, file: entries.file, rule: 'variable-invalid'} as const
  const variables = new Map<string, TextGroup>()
  for (const [name, value] of entries.map) {
    const group = toTextGroup(value, `var:${name}`, [name], source)
    if (group !== undefined) variables.set(name, group)
  }
  return variables
}
