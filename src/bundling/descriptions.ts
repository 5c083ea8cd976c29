import type {Rolldown} from 'tsdown'

/** Modules whose descriptions only the JSON Schemas for editors say, which the core does not make. */
const schemas = [/\/src\/config\/schema\.ts$/, /\/src\/parse\/front-matter-schema\.ts$/]

/** Makes empty texts of what `z.describe(text)` and `optional(schema, text)` describe. */
export function withoutDescriptions(): Rolldown.Plugin {
  return {
    name: 'without-descriptions',
    transform: {
      filter: {id: schemas},
      handler(code) {
        const texts = descriptionsIn(this.parse(code, {lang: 'ts'}))
        if (texts.length === 0) this.error('No schema is described any more')
        return texts.reduceRight(
          (short, {start, end}) => `${short.slice(0, start)}''${short.slice(end)}`,
          code,
        )
      },
    },
  }
}

interface Range {
  readonly start: number
  readonly end: number
}

/** Places of the last arguments of such calls, in their order. */
function descriptionsIn(node: unknown): readonly Range[] {
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(descriptionsIn)
  if (!('type' in node && node.type === 'CallExpression')) return below
  const {callee, arguments: given} = node as unknown as Call // what the parser gives for this type
  const name = callee.property?.name ?? callee.name
  const last = given.at(-1)
  const described =
    (name === 'describe' || (name === 'optional' && given.length === 2)) && last?.type === 'Literal'
  return described ? [...below, last] : below
}

interface Call {
  readonly callee: {readonly name?: string; readonly property?: {readonly name?: string}}
  readonly arguments: readonly (Range & {readonly type: string})[]
}
