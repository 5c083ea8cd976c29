import {neededParts, type PageTemplate, templateSlots} from '../language/index.ts'
import {explain} from '../messages/choose.ts'

const slot = /\{\{\s*([^{}\s]+)\s*\}\}/g

/**
 * What is wrong with a template: a slot that there is not, or no place for the text.
 *
 * @param text HTML with `{{slot}}` where something is put in place.
 */
export function templateProblem(text: string): string | undefined {
  const names = [...text.matchAll(slot)].map(([, name = '']) => name)
  const unknown = names.find(name => !templateSlots.includes(name))
  if (unknown !== undefined) return `unknown slot \`{{${unknown}}}\`${explain(unknown, templateSlots)}`
  const twice = names.find(
    (name, index) => (name === 'content' || name.startsWith('part:')) && names.indexOf(name) !== index,
  )
  if (twice !== undefined) return `has \`{{${twice}}}\` twice`
  if (names.includes('content')) {
    const part = names.find(name => name.startsWith('part:'))
    return part === undefined
      ? undefined
      : `has \`{{${part}}}\` beside \`{{content}}\`, which holds all parts`
  }
  const missing = neededParts.map(part => `part:${part}`).find(name => !names.includes(name))
  return missing === undefined ? undefined : `has neither \`{{content}}\` nor \`{{${missing}}}\``
}

/** A template that puts each slot in place as it is. */
export function templateOf(text: string): PageTemplate {
  return slots => text.replace(slot, (_, name: string) => slots.get(name) ?? '')
}
