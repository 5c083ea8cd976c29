import type {YamlPath} from './read-yaml.ts'

/** Visit every text in a value that `readYaml` gave, or in plain data, with its path. Keys are no texts. */
export function eachText(
  value: unknown,
  path: YamlPath,
  visit: (text: string, path: YamlPath) => void,
): void {
  if (typeof value === 'string') visit(value, path)
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) eachText(item, [...path, index], visit)
  else if (value instanceof Map)
    for (const [key, item] of value) eachText(item, [...path, String(key)], visit)
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) eachText(item, [...path, key], visit)
}
