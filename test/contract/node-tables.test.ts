import {readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import ts from 'typescript'
import {expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const roots = ['src/internal.ts', 'src/bundling/script-modules.d.ts'].map(file => join(root, file))
const nodes = join(root, 'src/core/language/nodes.ts')

/** Files of `src/internal.ts` in which the compiler reports errors when `nodes.ts` has another text. */
function filesWithErrors(text: string): readonly string[] {
  const {config} = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const {options} = ts.parseJsonConfigFileContent({...config, include: []}, ts.sys, root)
  options.types = ['node', 'remark-stringify'] // it declares data of processors
  const host = ts.createCompilerHost(options)
  const read = host.readFile
  host.readFile = file => (file === nodes ? text : read(file))
  const program = ts.createProgram(roots, options, host)
  const files = program
    .getSemanticDiagnostics()
    .flatMap(({file}) => (file ? [relative(root, file.fileName)] : []))
  return [...new Set(files)].sort()
}

/** Files that decide something for each type of node. */
const decidingFiles = [
  'src/checks/account/explain.ts',
  'src/checks/account/unreached.ts',
  'src/checks/leak/texts.ts',
  'src/checks/outline/all-variants.ts',
  'src/checks/outline/outline.ts',
  'src/checks/residue/block-text.ts',
  'src/checks/residue/find-in-tree.ts',
  'src/checks/visibility/find-unseen.ts',
  'src/checks/visibility/sources.ts',
  'src/checks/visibility/spoken.ts',
  'src/core/2-analyze/flow.ts',
  'src/core/2-analyze/phrasing.ts',
  'src/core/2-analyze/varying.ts',
  'src/core/3-select/selector.ts',
  'src/core/5-serialize/html/handlers/index.ts',
  'src/core/5-serialize/html/handlers/source-marks.ts',
  'src/core/5-serialize/html/plain-tree.ts',
  'src/core/5-serialize/html/sanitize.ts',
  'src/core/5-serialize/markdown/handlers/index.ts',
  'src/core/5-serialize/text/handlers/index.ts',
  'src/core/language/block-index.ts',
  'src/core/language/foreign.ts',
  'src/core/language/plain-text.ts',
]

/** It meets nothing but what stands in a line. */
const linesOnly = 'src/core/2-analyze/phrasing.ts'

/** `nodes.ts` with one type more, in these maps of mdast. */
function withNode(name: string, fields: string, maps: readonly string[]): string {
  const type = name.toLowerCase()
  const source = readFileSync(nodes, 'utf8')
  const declared = source.replace(
    'export interface Place ',
    `export interface ${name} {\n  type: '${type}'\n  ${fields}\n  position?: UnistParent['position']\n  data?: NodeData\n}\n\nexport interface Place `,
  )
  return maps.reduce(
    (text, map) => text.replace(`interface ${map} {\n`, `interface ${map} {\n    ${type}: ${name}\n`),
    declared,
  )
}

test('a block that a phase does not know is an error of the compiler', () => {
  const withDosing = withNode('Dosing', 'children: RootContent[]', ['RootContentMap', 'BlockContentMap'])
  expect(withDosing.split('dosing: Dosing')).toHaveLength(3)
  expect(filesWithErrors(withDosing)).toEqual(decidingFiles.filter(file => file !== linesOnly))
})

test('phrasing that a phase does not know is an error of the compiler', () => {
  const withFormula = withNode('Formula', 'value: string', ['RootContentMap', 'PhrasingContentMap'])
  expect(withFormula.split('formula: Formula')).toHaveLength(3)
  expect(filesWithErrors(withFormula)).toEqual(decidingFiles)
})
