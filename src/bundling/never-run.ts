import {pathToFileURL} from 'node:url'
import type {Rolldown} from 'tsdown'

/** Its attributes are joined with others on load, so some must be there: those of XML, which are among the others. */
const svg = /\/property-information\/lib\/svg\.js$/

/**
 * Modules of packages that the core never runs, by what it asks of the package. Tree shaking keeps them, since a class
 * or a table that is needed names them.
 */
const modules: readonly RegExp[] = [
  // `readYaml` parses, and walks the nodes itself: it neither writes YAML nor makes values of nodes, or nodes of
  // values.
  /\/yaml\/browser\/dist\/stringify\/\w+\.js$/,
  /\/yaml\/browser\/dist\/nodes\/(?:addPairToJSMap|toJS)\.js$/,
  /\/yaml\/browser\/dist\/doc\/(?:anchors|applyReviver|createNode)\.js$/,
  /\/yaml\/browser\/dist\/(?:visit|parse\/cst-visit)\.js$/,
  // It takes the schema of texts, lists and maps alone.
  /\/yaml\/browser\/dist\/schema\/(?:core|json|yaml-1\.1)\/\w+\.js$/,
  // HTML is written in UTF-8: no character has to be named.
  /\/(?:character-entities-html4\/index|stringify-entities\/lib\/util\/to-named)\.js$/,
  // Every tag is written, also those that HTML lets leave out.
  /\/hast-util-to-html\/lib\/omission\/(?:closing|opening)\.js$/,
  // Nothing on a page is SVG.
  svg,
  /\/hastscript\/lib\/svg-case-sensitive-tag-names\.js$/,
  // It tells of settings of front matter that are wrong, and nobody can make any.
  /\/fault\/index\.js$/,
  // For engines without `structuredClone`.
  /\/@ungap\/structured-clone\/esm\/(?:de)?serialize\.js$/,
]

/** Empties these modules: what they export is `undefined`. */
export function withoutNeverRun(): Rolldown.Plugin {
  const met = new Set<RegExp>()
  return {
    name: 'without-never-run',
    transform: {
      filter: {id: [...modules]},
      async handler(_, id) {
        for (const module of modules) if (module.test(id)) met.add(module)
        if (svg.test(id)) return "export {xml as svg} from './xml.js'"
        const names = Object.keys(await import(pathToFileURL(id).href))
        return names.map(name => `export const ${name} = undefined`).join('\n')
      },
    },
    buildEnd() {
      const missed = modules.filter(module => !met.has(module))
      if (missed.length > 0) this.error(`No module is named like ${missed.join(' or ')} any more`)
    },
  }
}
