import {formatNames, type Settings} from '../../internal.ts'

const shared = 'virtual:parlance/variant'

const head = `// Written by parlance-md/vite from the configuration: do not edit. Commit it, so that types are known before the first build.

declare module '${shared}' {
  type Rendering = import('parlance-md').Rendering
  /** The output, in the format that was asked for. */
  export const value: Rendering['value']
  /** Title, description, contents list and more. */
  export const meta: Rendering['meta']
  /** Cited keys in order of number. */
  export const citations: Rendering['citations']
  /** Groups in which another audience’s wording stands in. */
  export const fallbacks: Rendering['fallbacks']
  const variant: Pick<Rendering, 'value' | 'meta' | 'citations' | 'fallbacks'>
  export default variant
}

`

/** More than these would make editors slow, for combinations that few ask for. */
const maxDeclarations = 2000

/**
 * Types of all modules that a project may import. A wildcard has one `*`, so that each query has a
 * declaration of its own; keys stand in the order audience, further dimensions as declared, format, page.
 */
export function declarationsFor({audiences, dimensions}: Settings): string {
  const optional = [
    ...[...dimensions.values()].map(({name, values}) => values.map(value => `&${name}=${value}`)),
    formatNames.map(format => `&format=${format}`),
    ['&page'],
  ]
  let queries = audiences.ids.map(id => `audience=${id}`)
  for (const choices of optional) {
    const longer = queries.flatMap(query => [query, ...choices.map(choice => `${query}${choice}`)])
    if (longer.length <= maxDeclarations) queries = longer
  }
  const lines = queries.map(
    query =>
      `declare module '*.md?${query}' { export * from '${shared}'; export {default} from '${shared}' }\n`,
  )
  return `${head}${lines.join('')}`
}
