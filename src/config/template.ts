import {type PageTemplate, templateSlots} from '../document/index.ts'
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
  if (!names.includes('content') && !names.includes('part:body'))
    return 'has no place for the text: `{{content}}` or `{{part:body}}`'
  return undefined
}

/** A template that puts each slot in place as it is. */
export function templateOf(text: string): PageTemplate {
  return slots => text.replace(slot, (_, name: string) => slots.get(name) ?? '')
}
