import type {Rendering} from '../../internal.ts'

/** What a module of a variant exports, each by its name and all together as `default`. */
export type VariantModule = Pick<Rendering, 'value' | 'meta' | 'citations' | 'fallbacks'>

/** The module of a variant: it holds what `render` made, and nothing of the source. */
export function variantCode({value, meta, citations, fallbacks}: VariantModule): string {
  const exported = Object.entries({value, meta, citations, fallbacks})
  const lines = exported.map(([name, given]) => `export const ${name} = ${JSON.stringify(given)}\n`)
  return `${lines.join('')}export default {${exported.map(([name]) => name).join(', ')}}\n`
}
